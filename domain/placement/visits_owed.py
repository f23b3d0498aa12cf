"""From when until when a child is to be visited where it lives, and what bears on how often.

Visits are owed to a child who is looked after (SI 2010/959, reg. 28): it may come to be so
while it lives there, and cease to be. Short breaks and placements for adoption go by other
regulations and have no such visits here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any, Final

from domain.placement.approving import Matter
from domain.placement.arrangement import Arrangement
from domain.placement.events import (
    CarersApproved,
    ChildVisited,
    LengthIntended,
    MattersConsidered,
    PlacementStarted,
)
from domain.placement.history import History, end_of, first_of, last_word_on_start, of_kind
from domain.placement.moves_made import moves_of
from domain.placement.new_home import NewHome
from domain.placement.visit_pattern import Circumstances, VisitPattern, pattern
from domain.placement.visits_made import seen
from domain.shared.child_in_law import ChildInLaw, LegalTurn
from domain.shared.clock_catalogue import VISITS_FIRST_YEAR
from domain.shared.clocks import ClockTerms, due_after
from domain.shared.envelope import Recorded
from domain.shared.messages import Event
from domain.shared.moments import When, before, london_day
from domain.shared.vocabulary import NOT_IN_CARE, LegalStatus, Locality, Provision

BEARING: Final[Sequence[type[Event]]] = (LengthIntended, CarersApproved, MattersConsidered)
"""Facts of the placement by which the pattern may become another."""

NOT_VISITED: Final = NOT_IN_CARE | {LegalStatus.SHORT_BREAKS}
OTHER_REGULATIONS: Final = frozenset({Provision.ADOPTION, Provision.TEMPORARY})

Fact = Recorded[Any]


@dataclass(frozen=True, kw_only=True)
class VisitingSpan:
    """The child was to be visited here from `since`, opened by a fact, until another ended it."""

    opened_by: Fact
    since: When
    ended_by: Fact | None
    provision: Provision
    locality: Locality
    history: History
    child: ChildInLaw

    def visits(self) -> Sequence[Recorded[ChildVisited]]:
        """When the child was seen, on the first and the last day too."""
        return [each for each in seen(self.history) if self._covers(each.effective_at)]

    def changes(self) -> Sequence[Fact]:
        """Facts by which the pattern may have become another."""
        turns = (turn.fact for turn in self.child.turns)
        own = chain(*(of_kind(self.history, kind) for kind in BEARING))
        told = chain(turns, self.child.reviews, own)
        return [fact for fact in told if self._since_then(fact) and self._covers(fact.effective_at)]

    def pattern_at(self, fact: Fact, terms: ClockTerms) -> VisitPattern:
        """The pattern that holds from a fact on, by everything that had happened by then."""
        turns = [turn for turn in self.child.turns if _by(turn.fact, fact)]
        intended = [each for each in of_kind(self.history, LengthIntended) if _by(each, fact)]
        reviews = [each for each in self.child.reviews if _by(each, fact)]
        year = due_after(terms.limits[VISITS_FIRST_YEAR], self.since, terms.calendar)
        return pattern(
            Circumstances(
                legal_status=turns[-1].legal_status if turns else self._status(),
                with_parents=self.provision is Provision.WITH_PARENTS,
                temporary_carer=self._temporary_on(london_day(fact.effective_at)),
                parents_assessed=self._assessed_on(london_day(fact.effective_at)),
                order_made_here=bool(turns) and self._since_then(turns[-1].fact),
                reviewed=any(self._since_then(each) for each in reviews),
                first_year=london_day(fact.effective_at) < london_day(year.at),
                until_18=bool(intended) and intended[-1].event.until_18,
            )
        )

    def _assessed_on(self, day: date) -> bool:
        """Whether the assessment of the parents is on record as made by a day (reg. 17)."""
        told = [each.event.matters for each in of_kind(self.history, MattersConsidered)]
        made = (one for each in told for one in each if one.matter is Matter.PARENTS_ASSESSED)
        return any(one.done and london_day(one.on) <= day for one in made)

    def _temporary_on(self, day: date) -> bool:
        """Whether a connected person, approved for a while, cares for the child (reg. 24)."""
        told = [each.event for each in of_kind(self.history, CarersApproved)]
        held = [each for each in told if each.from_ <= day]
        return bool(held) and max(held, key=lambda each: each.from_).temporary

    def _status(self) -> LegalStatus:
        """What held when it began, where a change of the same day is told to the minute."""
        held = [turn for turn in self.child.turns if not self._since_then(turn.fact)]
        return held[-1].legal_status

    def _since_then(self, fact: Fact) -> bool:
        """Later than the beginning: what is of the same day led up to it."""
        return before(self.since, fact.effective_at)

    def _covers(self, when: When) -> bool:
        begun = not before(when, self.since)
        return begun and (self.ended_by is None or not before(self.ended_by.effective_at, when))


def visiting_spans(history: History, child: ChildInLaw) -> Iterator[VisitingSpan]:
    """One for each time that the child was looked after while it lived in one home.

    A move to another home of the provider begins it anew, as any move does (R-181).
    """
    for opened_by, since, home, end in _homes(history):
        for begun, begun_at, ended_by in _looked_after(opened_by, since, end, child):
            yield VisitingSpan(
                opened_by=begun,
                since=begun_at,
                ended_by=ended_by,
                provision=home.provision,
                locality=home.locality,
                history=history,
                child=child,
            )


def _homes(history: History) -> Iterator[tuple[Fact, When, Arrangement | NewHome, Fact | None]]:
    """Each home that the child lived in: what brought it there, since when, and what ended it."""
    start, word = first_of(history, PlacementStarted), last_word_on_start(history)
    if start is None or word is None or start.event.provision in OTHER_REGULATIONS:
        return
    moves: list[Fact] = [*moves_of(history)]
    ends = [*moves, end_of(history)]
    yield start, word.effective_at, start.event, ends[0]
    for move, end in zip(moves, ends[1:], strict=True):
        yield move, move.event.at, move.event.to, end


def _looked_after(
    start: Fact, since: When, end: Fact | None, child: ChildInLaw
) -> Iterator[tuple[Fact, When, Fact | None]]:
    held = [turn for turn in child.turns if not before(since, turn.fact.effective_at)]
    opened = (start, since) if held and _is_visited(held[-1]) else None
    for turn in child.turns[len(held) :]:
        if end is not None and not before(turn.fact.effective_at, end.effective_at):
            break
        if _is_visited(turn) and opened is None:
            opened = (turn.fact, turn.fact.effective_at)
        elif not _is_visited(turn) and opened is not None:
            yield *opened, turn.fact
            opened = None
    if opened is not None:
        yield *opened, end


def _is_visited(turn: LegalTurn) -> bool:
    return turn.legal_status not in NOT_VISITED


def _by(one: Fact, other: Fact) -> bool:
    return one.order <= other.order
