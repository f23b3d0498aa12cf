"""What the routes of a placement reach."""

from dataclasses import dataclass

from application.placement.agreement_view import AgreementRecords
from application.placement.approvals import ApprovalHandlers
from application.placement.costs import PlacementCosts
from application.placement.ending import EndHandlers
from application.placement.ends_put_right import EndWordHandlers
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


@dataclass(frozen=True)
class PlacementRooms:
    """Living there: proposal and agreement, start, notice, end."""

    handlers: PlacementHandlers
    approvals: ApprovalHandlers
    setting_changes: SettingChangeHandlers
    starts: StartHandlers
    start_dates: StartDateHandlers
    notices: NoticeHandlers
    notice_changes: NoticeChangeHandlers
    own_notices: OwnNotices
    ends: EndHandlers
    end_words: EndWordHandlers
    visits: VisitHandlers
    provider_reports: ProviderReports
    plans: PlanHandlers
    package_reviews: PackageReviewHandlers
    telling: TellingHandlers
    variations: VariationHandlers
    records: PlacementRecords
    agreements: AgreementRecords
    costs: PlacementCosts
    settling: SettlingHandlers
