"""What a referral looks for, in its own words and by the child's record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.matching.sought import NOTHING_MORE, InLot, Sought, Wishes
from application.referral.ports import StreamsOfCase
from application.referral.told import last
from application.shared.asking import AsOf
from application.shared.office import stream_of
from application.shared.ports import Reads
from domain.case.chronology import chronology as case_chronology
from domain.placement.chronology import chronology as placement_chronology
from domain.referral.events import (
    ReferralAccepted,
    ReferralDrafted,
    SectionsWritten,
)
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


@dataclass(frozen=True)
class SoughtByReferral:
    streams: Reads
    streams_of_case: StreamsOfCase

    def sought(self, referral_id: UUID, asked: BesideReferral, of: AsOf) -> Sought:
        """For whom, from when, in which lot: as the referral stood."""
        told = self.streams.read(stream_of("referral", referral_id), of.position).events
        drafted, accepted = last(told, ReferralDrafted), last(told, ReferralAccepted)
        if drafted is None:
            raise NotFound
        case_id = drafted.event.case_id
        history = self.streams.read(stream_of("case", case_id), of.position)
        identity = case_chronology(history.events).identity
        if identity is None:
            raise NotFound
        home = identity.home_postcode
        written = [each.event.request for each in told if isinstance(each.event, SectionsWritten)]
        wanted = next((each.provision for each in reversed(written) if each), None)
        provisions = frozenset({wanted}) if wanted else frozenset[Provision]()
        in_lot = InLot(accepted.event.contract_id, accepted.event.lot) if accepted else None
        return Sought(
            born_on=legible(identity.accepted_birth.born_on),
            arrives=asked.arrives or drafted.event.needed_from,
            leaves=asked.leaves,
            provisions=provisions if asked.provisions is None else asked.provisions,
            in_lot=in_lot,
            home_postcode=None if isinstance(home, Erased) else home,
            lived_before=frozenset(self._homes_of(case_id, of.position)),
            wishes=asked.wishes,
        )

    def _homes_of(self, case_id: CaseId, position: int | None) -> Sequence[UUID]:
        streams = self.streams_of_case.streams_of(case_id, position)
        placements = [each for each in streams if each.startswith("placement-")]
        histories = [self.streams.read(each, position).events for each in placements]
        return [
            stay.setting_id for history in histories for stay in placement_chronology(history).stays
        ]
