"""Children moving in the demonstration: out of the home they were in, and into another."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from application.access.principal import Role
from application.imports.ssda903 import ChildPlan
from application.placement.ending import Ending
from application.placement.handlers import AgreementContent
from application.placement.where_to import UnplannedStart
from domain.placement.endings import Instigator
from domain.shared.money import PriceKind, PriceLine
from domain.shared.vocabulary import Pence, ProviderId, Provision, SettingId
from interface.demo.acting import Acting, demo_id
from interface.demo.market import SUPPORTED_AGES
from interface.demo.new_homes import NewHome
from interface.demo.organisations import DPS
from interface.service import Service

WEEKLY = Pence(95_000)
HOMES_FROM = date(2024, 4, 1)
WITHOUT_SUPPORT = "2.3"
"""The lot that buys accommodation only, and so asks for no matrix."""


@dataclass(frozen=True)
class Moves:
    acting: Acting

    @property
    def service(self) -> Service:
        return self.acting.running.service

    def days_ago(self, days: int) -> date:
        return self.acting.today() - timedelta(days=days)

    def home(
        self,
        name: str,
        provision: Provision,
        run_by: ProviderId,
        *,
        places: int = 4,
        registered: bool = True,
        registered_until: date | None = None,
    ) -> SettingId:
        """List a home that only this is about."""
        supported = provision is Provision.SUPPORTED_ACCOMMODATION
        home = NewHome(
            setting_id=SettingId(demo_id(f"fault/{name}")),
            name=f"Demo {name.title()} House",
            provision=provision,
            provider_id=run_by,
            places=places,
            urn=f"SC97{sum(name.encode()) % 10_000:04}" if registered else None,
            since=HOMES_FROM,
            ages=SUPPORTED_AGES if supported else None,
            registered=registered,
            registered_until=registered_until,
        )
        self.acting.act(Role.COMMISSIONING_MANAGER, [home.listed()])
        return home.setting_id

    def move(self, child: ChildPlan, home: SettingId, days_ago: int) -> UUID:
        """The child leaves where the return had them, and moves in; the new placement."""
        ending = Ending(
            at=self.days_ago(days_ago),
            reason="moved",
            national_reason="OTHER",
            instigator=Instigator.OTHER,
            destination=None,
            plan=None,
            override=None,
            immediate_risk=False,
        )
        before = child.placements[-1].placement_id
        self.service.placement.ends.record(self.acting.occasion(Role.BROKER), before, ending)
        return self.start(child, home, days_ago)

    def start(self, child: ChildPlan, home: SettingId, days_ago: int) -> UUID:
        moved = UnplannedStart(case_id=child.case_id, setting_id=home, at=self.days_ago(days_ago))
        occasion = self.acting.occasion(Role.BROKER)
        started = self.service.placement.starts.record_unplanned(occasion, moved)
        return UUID(started.ids["placement_id"])

    def draft(self, placement_id: UUID) -> None:
        """Draft an agreement for a placement that came from no search."""
        content = AgreementContent(
            contract_id=DPS,
            contract_version=1,
            lot=WITHOUT_SUPPORT,
            lines=(PriceLine(kind=PriceKind.ACCOMMODATION, weekly=WEEKLY),),
            half_hours=0,
            outcomes=(),
            shares=(),
        )
        occasion = self.acting.occasion(Role.BROKER)
        self.service.placement.handlers.draft_agreement(occasion, placement_id, content)
