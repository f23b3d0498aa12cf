"""The rooms of a placement, joined to what they stand on."""

from application.case.presence import PresenceHandlers
from application.placement.agreement_view import AgreementRecords
from application.placement.approvals import ApprovalHandlers
from application.placement.costs import PlacementCosts
from application.placement.ending import EndHandlers
from application.placement.ends_put_right import EndWordHandlers
from application.placement.evidence import Evidence
from application.placement.handlers import PlacementHandlers
from application.placement.notice import NoticeHandlers
from application.placement.notice_changes import NoticeChangeHandlers
from application.placement.own_notices import OwnNotices
from application.placement.package_reviews import PackageReviewHandlers
from application.placement.plans import PlanHandlers
from application.placement.provider_reports import ProviderReports
from application.placement.setting_changes import SettingChangeHandlers
from application.placement.settling import SettlingHandlers
from application.placement.start import StartHandlers
from application.placement.start_dates import StartDateHandlers
from application.placement.telling import TellingHandlers
from application.placement.variations import VariationHandlers
from application.placement.view import PlacementRecords
from application.placement.visits import VisitHandlers
from application.shared.distances import HomeDistances
from infrastructure.read_models.placement_costs import StoredDailyCosts
from interface.placement_rooms import PlacementRooms
from interface.wiring.stores import Stores


def placement_rooms(stores: Stores, distances: HomeDistances) -> PlacementRooms:
    evidence = Evidence(stores.registers, stores.owners, distances)
    costs = PlacementCosts(stores.streams, StoredDailyCosts(stores.shelf.open))
    return PlacementRooms(
        handlers=PlacementHandlers(evidence),
        approvals=ApprovalHandlers(evidence, stores.editions),
        setting_changes=SettingChangeHandlers(evidence),
        starts=StartHandlers(evidence),
        start_dates=StartDateHandlers(evidence),
        notices=NoticeHandlers(evidence),
        notice_changes=NoticeChangeHandlers(evidence),
        own_notices=OwnNotices(NoticeHandlers(evidence)),
        ends=EndHandlers(evidence),
        end_words=EndWordHandlers(EndHandlers(evidence)),
        visits=VisitHandlers(stores.office),
        provider_reports=ProviderReports(evidence, PresenceHandlers(stores.office, stores.owners)),
        plans=PlanHandlers(stores.office),
        package_reviews=PackageReviewHandlers(evidence),
        telling=TellingHandlers(stores.office),
        variations=VariationHandlers(evidence),
        records=PlacementRecords(stores.office),
        agreements=AgreementRecords(evidence),
        costs=costs,
        settling=SettlingHandlers(stores.office, costs),
    )
