"""Ten things that are wrong in the demonstration's council, on purpose.

Each is done as people do it, so that it is the service itself that shows it: as a breach,
a deadline, a home too full, or a name that is missing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from application.access.principal import Role
from application.imports.ssda903 import ChildPlan
from application.placement.notice import NoticeContent
from application.shared.office import stream_of
from domain.placement.agreement import Party
from domain.placement.arrangement import FundingAuthorisation
from domain.placement.commands import IssueAgreement, SignAgreement
from domain.provider.commands import SuspendProvider
from domain.provider.vocabulary import SuspensionScope
from domain.shared.vocabulary import ProviderId, Provision, SettingId, Subject
from interface.demo.acting import ask, subject_of
from interface.demo.chosen import LIVED_THERE, MOVED_AGO, NOTICE_AGO, Chosen
from interface.demo.moves import WEEKLY, Moves

LAPSED_AGO = 60


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: a name for it, what it is, and where the service shows it."""

    name: str
    what: str
    where: str


@dataclass(frozen=True)
class Faults:
    moves: Moves
    chosen: Chosen
    provider_id: ProviderId
    suspended_id: ProviderId

    def plant(self) -> Sequence[Fault]:
        """Do everything that is wrong. The register of homes must have been read before."""
        return [
            self._overdue_review(),
            self._unallocated(),
            self._too_young(),
            self._in_two_places(),
            self._unregistered(),
            self._lapsed(),
            self._too_full(),
            self._suspended(),
            self._unsigned(),
            self._under_notice(),
        ]

    def _overdue_review(self) -> Fault:
        return Fault(
            "overdue-review",
            "A child's statutory review is overdue: the last was more than six months ago",
            f"GET /v1/cases/{self.chosen.overdue_review.case_id}/clocks, and first in /v1/clocks",
        )

    def _unallocated(self) -> Fault:
        return Fault(
            "unallocated-child",
            "A child in care has no social worker",
            f"GET /v1/cases/{self.chosen.unallocated.case_id}: nobody is allocated",
        )

    def _too_young(self) -> Fault:
        flat = self._home("fifteen", Provision.SUPPORTED_ACCOMMODATION)
        return self._moved(
            "fifteen-in-supported-accommodation",
            "A child of 15 lives in supported accommodation",
            self.chosen.too_young,
            flat,
            "AGE_UNDER_16_OTHER_ARRANGEMENTS",
        )

    def _in_two_places(self) -> Fault:
        child, home = self.chosen.in_two_places, self._home("second", Provision.CHILDRENS_HOME)
        self.moves.start(child, home, MOVED_AGO)
        return Fault(
            "two-open-placements",
            "A child has two placements open at once",
            f"GET /v1/cases/{child.case_id}/breaches: OVERLAPPING_PLACEMENT",
        )

    def _unregistered(self) -> Fault:
        flat = self._home("unregistered", Provision.SUPPORTED_ACCOMMODATION, registered=False)
        return self._moved(
            "unregistered-at-16",
            "A young person of 16 or 17 lives in a flat that nobody has registered",
            self.chosen.unregistered,
            flat,
            "AGE_16_17_UNREGISTERED",
        )

    def _lapsed(self) -> Fault:
        lapsed = self.moves.days_ago(LAPSED_AGO)
        home = self._home("lapsed", Provision.CHILDRENS_HOME, registered_until=lapsed)
        return self._moved(
            "registration-expired",
            "A child moved into a home whose registration had run out",
            self.chosen.lapsed,
            home,
            "SETTING_NOT_REGISTERED",
        )

    def _too_full(self) -> Fault:
        home = self._home("too-full", Provision.CHILDRENS_HOME, places=2)
        for number, child in enumerate(self.chosen.crowd):
            self.moves.move(child, home, MOVED_AGO - number)
        return Fault(
            "over-capacity",
            "Three children sleep in a home with two places",
            f"GET /v1/settings/{home}/occupancy; OVER_CAPACITY among the last child's breaches",
        )

    def _suspended(self) -> Fault:
        home = self._home("suspended", Provision.SUPPORTED_ACCOMMODATION, run_by=self.suspended_id)
        self.moves.move(self.chosen.with_suspended, home, MOVED_AGO)
        today = self.moves.acting.today()
        command = SuspendProvider(
            scope=SuspensionScope.NEW_PLACEMENTS,
            from_=today - timedelta(days=3),
            reason="Concerns about night staffing; the children placed there are under review.",
            review_on=today + timedelta(days=25),
            by=Subject(subject_of(Role.COMMISSIONING_MANAGER)),
        )
        self.moves.acting.act(
            Role.COMMISSIONING_MANAGER, [ask("provider", self.suspended_id, command)]
        )
        return Fault(
            "suspended-provider",
            "A provider is suspended, and children still live with it",
            f"GET /v1/providers/{self.suspended_id}, and /v1/settings/{home}/occupancy",
        )

    def _unsigned(self) -> Fault:
        home = self._home("unsigned", Provision.SUPPORTED_ACCOMMODATION)
        placement_id = self.moves.move(self.chosen.unsigned, home, MOVED_AGO)
        self.moves.draft(placement_id)
        began = self.moves.days_ago(MOVED_AGO)
        issued = IssueAgreement(authorised=FundingAuthorisation(weekly=WEEKLY, since=began))
        signed = SignAgreement(
            party=Party.COUNCIL,
            signatory=Subject(subject_of(Role.COMMISSIONING_MANAGER)),
            on=self.moves.acting.today(),
        )
        self.moves.acting.act(Role.BROKER, [ask("placement", placement_id, issued, signed)])
        return Fault(
            "unsigned-agreement",
            "A young person has moved in, and the provider has not signed the agreement",
            f"GET /v1/placements/{placement_id}; C-IPASIGN runs in /v1/clocks",
        )

    def _under_notice(self) -> Fault:
        child = self.chosen.under_notice
        home = self._home("under-notice", Provision.SUPPORTED_ACCOMMODATION)
        placement_id = self.moves.move(child, home, NOTICE_AGO + LIVED_THERE)
        self.moves.draft(placement_id)
        served = self.moves.days_ago(NOTICE_AGO)
        notice = NoticeContent(
            reason="any_general_reason",
            served_at=served,
            options_explored="More support at home was tried for a month.",
            manager_approval=Subject(subject_of(Role.TEAM_MANAGER)),
            risk_ground=None,
            written=True,
        )
        acting = self.moves.acting
        seen = acting.running.streams.read(stream_of("placement", placement_id)).version
        self.moves.service.placement.notices.serve(
            acting.occasion(Role.BROKER), placement_id, notice, seen
        )
        return Fault(
            "notice-expired",
            "Notice has run out, and the young person still lives there",
            f"GET /v1/placements/{placement_id}; C-NOT-30 is past due in /v1/clocks",
        )

    def _home(
        self,
        name: str,
        provision: Provision,
        *,
        run_by: ProviderId | None = None,
        places: int = 4,
        registered: bool = True,
        registered_until: date | None = None,
    ) -> SettingId:
        return self.moves.home(
            name,
            provision,
            run_by or self.provider_id,
            places=places,
            registered=registered,
            registered_until=registered_until,
        )

    def _moved(self, name: str, what: str, child: ChildPlan, home: SettingId, code: str) -> Fault:
        self.moves.move(child, home, MOVED_AGO)
        return Fault(name, what, f"GET /v1/cases/{child.case_id}/breaches: {code}")
