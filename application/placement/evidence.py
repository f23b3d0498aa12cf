"""What a placement's decisions need of other records: terms, reviews, other placements."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from application.placement.entries import Entries
from application.placement.places import Places
from application.placement.search_behind import SearchBehind
from application.referral.ports import StreamsOfCase
from application.shared.distances import HomeDistances
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion
from application.shared.registers import Registers
from domain import placement
from domain.case.chronology import CaseChronology
from domain.placement.absence_periods import is_beside
from domain.placement.arrangement import Arrangement
from domain.placement.chronology import chronology
from domain.placement.endings import StatutoryReview
from domain.placement.state import Begun, Known
from domain.shared.envelope import StreamId
from domain.shared.errors import MissingInformation, NotFound
from domain.shared.moments import When, before, london_day
from domain.shared.officers import KnownRoles
from domain.shared.terms import ContractTerms, LotTerms
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import (
    CaseId,
    PlacementId,
    Subject,
)

WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class Evidence:
    registers: Registers
    streams_of_case: StreamsOfCase
    distances: HomeDistances

    @property
    def office(self) -> Office:
        return self.registers.office

    @property
    def entries(self) -> Entries:
        return Entries(self.registers, self.streams_of_case, self.distances)

    @property
    def places(self) -> Places:
        return Places(self.office)

    def known(self, placement_id: UUID) -> Known:
        return self.office.known(placement.decider, stream_of("placement", placement_id), Known)

    def arrangement(self, placement_id: UUID) -> Arrangement:
        return self.known(placement_id).particulars.arrangement

    def search_behind(self, arrangement: Arrangement) -> SearchBehind:
        return SearchBehind.of(arrangement, self.registers)

    def roles_of(self, word: VerbalAuthority | None, occasion: Occasion) -> KnownRoles:
        """The roles of who is said to have said so, that day; one noted before was looked up."""
        if word is None:
            return None
        said_on, noted_by = london_day(word.given_at), Subject(occasion.actor.subject)
        return self.registers.roles_of(occasion.actor.authority, word.officer, said_on, noted_by)

    def lot(
        self, arrangement: Arrangement, terms: ContractTerms, named: str | None
    ) -> LotTerms | None:
        """The lot as a contract version words it; none only where the contract has no lots.

        It is the search's own, or for a placement that came from none the one named.
        """
        code = arrangement.lot or named
        if code is None and terms.lots:
            raise MissingInformation(["lot"])
        if code is None:
            return None
        lot = terms.lot(code)
        if lot is None:
            raise NotFound("This version of the contract has no such lot.")
        return lot

    def agreed_under(self, known: Known) -> ContractTerms | None:
        """The contract version that the agreement names, whatever has been published since."""
        agreement = known.particulars.agreement
        if agreement is None:
            return None
        return self.registers.terms_of_version(
            agreement.terms.contract_id, agreement.terms.contract_version
        )

    def other_placements_from(
        self, arrangement: Arrangement, day: date, before: date = date.max
    ) -> Sequence[PlacementId]:
        """Placements in which the same child lived, or lives, on a night from a day on (R-04).

        On one before another day, where one is named.
        """
        told = [
            chronology(self.office.streams.read(StreamId(stream)).events)
            for stream in self.streams_of_case.streams_of(arrangement.case_id)
            if stream.startswith("placement-")
        ]
        return [
            stay.placement_id
            for held in told
            for stay in held.stays
            if stay.placement_id != arrangement.placement_id
            and london_day(stay.since) < before
            and (stay.until is None or london_day(stay.until) > max(day, london_day(stay.since)))
            and not is_beside(arrangement, held, day)
        ]

    def lives_on_elsewhere(self, stay: Begun, at: When) -> bool:
        """Whether the child has since come to live elsewhere, and did not leave there by then."""
        arrangement = stay.particulars.arrangement
        own = stream_of("placement", arrangement.placement_id)
        held = (
            chronology(self.office.streams.read(StreamId(stream)).events)
            for stream in self.streams_of_case.streams_of(arrangement.case_id)
            if stream.startswith("placement-") and stream != own
        )
        return any(
            before(stay.started_at, other.stays[0].since)
            and (other.stays[-1].until is None or before(at, other.stays[-1].until))
            and not is_beside(arrangement, other, london_day(at))
            for other in held
            if other.stays
        )

    def statutory_review(
        self, known: Known, *, held_by: date, planned_from: date
    ) -> StatutoryReview | None:
        """The latest review held since the placement began and by a day, or the next one planned.

        A review planned for a day that has passed without its being held is none (6-23).
        """
        since, reviews = _since(known), self._child(known).reviews
        held = [london_day(each.held_on) for each in reviews if each.held_on is not None]
        recent = [day for day in held if since <= day <= held_by]
        if recent:
            return StatutoryReview(on=max(recent), held=True)
        planned = [each.planned_for for each in reviews if each.held_on is None]
        ahead = [day for day in planned if day is not None and day >= planned_from]
        return StatutoryReview(on=min(ahead), held=False) if ahead else None

    def looked_after(self, case_id: CaseId, day: date) -> bool:
        return self.registers.child(case_id).looked_after_on(day)

    def _child(self, known: Known) -> CaseChronology:
        return self.registers.child(known.particulars.arrangement.case_id)


def _since(known: Known) -> date:
    """From when a review counts as one before this ending: since the placement began."""
    if isinstance(known, Begun):
        return london_day(known.started_at)
    return known.particulars.begins_on
