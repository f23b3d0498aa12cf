"""Which of the council's own homes would take the children of a search, as the streams have it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from application.matching.candidate import Candidate
from application.matching.for_referral import BesideReferral, SoughtByReferral
from application.matching.gathering import Register
from application.matching.judging import judged
from application.matching.ports import HomesOnRegister
from application.matching.sight import Sight
from application.matching.sought import InLot, Sought
from application.placement.newcomers import Newcomers
from application.shared.asking import AsOf, LogTimes
from application.shared.distances import Distances
from application.shared.office import Office, stream_of
from application.shared.registers import Registers
from domain import referral
from domain.placement.arrangement import Arrangement
from domain.referral.codes import Scope
from domain.referral.stages import Stage
from domain.shared.approval import household_gates
from domain.shared.breaches import broken
from domain.shared.envelope import GssCode
from domain.shared.vocabulary import CaseId, PlacementId, Provision, ReferralId, SettingId

NOBODYS = PlacementId(UUID(int=0))
"""What a child who is not placed yet would be placed by."""


@dataclass(frozen=True)
class OwnHomes:
    """A list says which homes there are; each is judged by its own history (2-039)."""

    registers: Registers
    sought: SoughtByReferral
    homes: HomesOnRegister
    distances: Distances
    log_times: LogTimes

    @property
    def office(self) -> Office:
        return self.registers.office

    def that_would_do(self, referral_id: UUID, council: GssCode) -> tuple[SettingId, ...]:
        """Open, admitting every child who is sought, with places free from the day it is needed.

        None where support alone is sought: that takes no place (R-13).
        """
        state = self.office.known(referral.decider, stream_of("referral", referral_id), Stage)
        if state.facts.scope is Scope.SUPPORT:
            return ()
        position, now = self.log_times.newest(), self.office.now()
        of = AsOf(day=self.office.today(), position=None, at=now)
        asked = self.sought.sought(referral_id, BesideReferral(), of, lambda _: True)
        wanted = self._of_one_kind(asked)
        if not wanted.provisions:
            return ()
        sight = Sight(confidential_addresses=True, today=of.day)
        streams = self.office.streams
        register = Register(streams, self.homes, self.distances, council, sight, position, None)
        children = list(state.facts.children.sought.values())
        return tuple(
            each.home.setting_id
            for each in self._own(register.candidates(wanted))
            if judged(each, wanted, None).fits
            and self._is_approved_for(each, referral_id, children, wanted)
        )

    def _of_one_kind(self, asked: Sought) -> Sought:
        """What the request names, or else what the lot is for; homes of ours are on no lot."""
        provisions = asked.provisions or self._of_lot(asked.in_lot)
        return replace(asked, provisions=provisions, in_lot=None)

    def _of_lot(self, in_lot: InLot | None) -> frozenset[Provision]:
        if in_lot is None:
            return frozenset()
        lot = self.registers.terms(in_lot.contract_id, self.office.today()).lot(in_lot.lot)
        return frozenset({lot.provision}) if lot else frozenset()

    def _own(self, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
        return (each for each in candidates if each.own)

    def _is_approved_for(
        self, found: Candidate, referral_id: UUID, children: Sequence[CaseId], wanted: Sought
    ) -> bool:
        """Whether a foster household's approval is for each of them (R-14)."""
        if found.home.approval is None:
            return True
        newcomers = Newcomers(self.registers)
        for case_id in children:
            arrangement = Arrangement(
                placement_id=NOBODYS,
                case_id=case_id,
                referral_id=ReferralId(referral_id),
                setting_id=found.home.setting_id,
                provision=found.home.provision,
            )
            newcomer = newcomers.of(arrangement, wanted.arrives)
            if broken(household_gates(found.home.approval, newcomer)):
                return False
        return True
