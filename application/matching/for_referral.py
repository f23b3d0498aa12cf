"""What a referral looks for, in its own words and by the child's record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.matching.sought import NOTHING_MORE, InLot, Sought, Wishes
from application.referral.ports import StreamsOfCase
from application.referral.told import last
from application.shared.asking import AsOf
from application.shared.office import stream_of
from application.shared.ports import Reads
from domain import referral
from domain.case.chronology import chronology as case_chronology
from domain.case.chronology.periods import AvoidedPeriod
from domain.placement.chronology import chronology as placement_chronology
from domain.referral.events.request import ReferralAccepted
from domain.referral.stages import Stage
from domain.shared.errors import NotFound
from domain.shared.personal import Erased, legible
from domain.shared.vocabulary import CaseId, Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideReferral:
    """What is asked beside the referral; what is left out is as the referral says."""

    arrives: date | None = None
    leaves: date | None = None
    provisions: frozenset[Provision] | None = None
    wishes: Wishes = NOTHING_MORE


MayRead = Callable[[CaseId], bool]
"""Whether the asker may read of a child which areas to avoid, and so where it lived (R-95)."""


@dataclass(frozen=True)
class SoughtByReferral:
    streams: Reads
    streams_of_case: StreamsOfCase

    def sought(
        self, referral_id: UUID, asked: BesideReferral, of: AsOf, may_read: MayRead
    ) -> Sought:
        """For whom, from when, in which lot: as the referral stood."""
        history = self.streams.read(stream_of("referral", referral_id), of.position).events
        accepted = last(history, ReferralAccepted)
        held = referral.decider.replay([each.event for each in history])
        if not isinstance(held, Stage):
            raise NotFound
        cases = list(held.facts.children.sought.values())
        children = [self._child(each, of) for each in cases]
        told = [child for child, case_id in zip(children, cases, strict=True) if may_read(case_id)]
        wanted = held.facts.request.provision
        provisions = frozenset({wanted}) if wanted else frozenset[Provision]()
        in_lot = InLot(accepted.event.contract_id, accepted.event.lot) if accepted else None
        arrives = asked.arrives or held.facts.needed_from
        return Sought(
            born_on=tuple(child.born_on for child in children),
            arrives=arrives,
            leaves=asked.leaves,
            provisions=provisions if asked.provisions is None else asked.provisions,
            in_lot=in_lot,
            home_postcode=_shared([child.home_postcode for child in children]),
            lived_before=frozenset(home for child in told for home in child.lived_in),
            avoid=tuple(
                period.area for child in told for period in child.avoided if period.covers(arrives)
            ),
            untold=len(told) < len(children),
            wishes=asked.wishes,
        )

    def _child(self, case_id: CaseId, of: AsOf) -> "_Child":
        history = self.streams.read(stream_of("case", case_id), of.position)
        held = case_chronology(history.events)
        if held.identity is None:
            raise NotFound
        home = held.identity.home_postcode
        return _Child(
            born_on=legible(held.identity.accepted_birth.born_on),
            home_postcode=None if isinstance(home, Erased) else home,
            lived_in=self._homes_of(case_id, of.position),
            avoided=held.avoided,
        )

    def _homes_of(self, case_id: CaseId, position: int | None) -> Sequence[UUID]:
        streams = self.streams_of_case.streams_of(case_id, position)
        placements = [each for each in streams if each.startswith("placement-")]
        histories = [self.streams.read(each, position).events for each in placements]
        return [
            stay.setting_id for history in histories for stay in placement_chronology(history).stays
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Child:
    """What a search asks of one child's record."""

    born_on: date
    home_postcode: str | None
    lived_in: Sequence[UUID]
    avoided: Sequence[AvoidedPeriod]


def _shared(homes: Sequence[str | None]) -> str | None:
    """The home of all of them; not known where brothers and sisters come from several."""
    return homes[0] if len(set(homes)) == 1 else None
