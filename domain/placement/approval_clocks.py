"""C-OOA-APPR: where a child is to live is approved before it moves in; C-APPR-5WD: the rest after.

C-OOA-APPR is due when the child would move in, or did (docs/domain/03, 3.2). C-APPR-5WD runs from
an approval given in an emergency until it is given in full.
"""

from collections.abc import Collection, Iterator, Sequence
from operator import attrgetter
from typing import Any

from domain.placement.approving import SUFFICE, ApprovalKind
from domain.placement.events import (
    ApprovalGranted,
    ApprovalRefused,
    PlacementNotStarted,
    PlacementProposed,
    PlacementStarted,
)
from domain.placement.history import History, end_of, first_of, last_word_on_start, of_kind
from domain.placement.moves_made import moves_of
from domain.shared.clock_catalogue import C_APPR_5WD, C_OOA_APPR
from domain.shared.clocks import Clock, ClockTerms, Due, closed, met, opened, stopped
from domain.shared.envelope import Recorded
from domain.shared.moments import When, end_of_day, is_instant, london_day

Beginning = Recorded[PlacementProposed] | Recorded[PlacementStarted]


def approvals(history: History, terms: ClockTerms) -> Iterator[Clock]:
    yield from _before_the_start(history, terms)
    yield from _after_a_move(history)
    yield from _after_an_emergency(history, terms)


def _before_the_start(history: History, terms: ClockTerms) -> Iterator[Clock]:
    proposal, start = first_of(history, PlacementProposed), first_of(history, PlacementStarted)
    word = last_word_on_start(history)
    begun: list[Beginning] = [each for each in (proposal, start) if each is not None]
    needy = [each for each in begun if each.event.approval_needed in SUFFICE]
    if not needy:
        return
    moves_in = word.effective_at if word else _proposed_for(needy[0].event)
    day = london_day(moves_in)
    clock = Clock(
        code=C_OOA_APPR,
        key=f"{C_OOA_APPR}:{needy[0].event_id}",
        anchor=needy[0].event_id,
        anchored_at=needy[0].effective_at,
        due=Due(at=_by(moves_in), plan_by=terms.calendar.on_or_before(day)),
    )
    yield _closed(clock, history, needy[-1], start)


def _proposed_for(event: PlacementProposed | PlacementStarted) -> When:
    return event.starts_on if isinstance(event, PlacementProposed) else event.at


def _by(moves_in: When) -> Any:
    """To the minute where it is known; a day has all of itself."""
    return moves_in if is_instant(moves_in) else end_of_day(london_day(moves_in))


def _closed(
    clock: Clock, history: History, needy: Beginning, start: Recorded[PlacementStarted] | None
) -> Clock:
    """Met by an approval that suffices and stands, unless called off, over, or not needed before.

    What was given and refused after all is as if it had never been given (R-154).
    """
    needed = needy.event.approval_needed
    suffice = SUFFICE[needed] if needed else frozenset()
    elsewhere = start is not None and _elsewhere(history, start)
    since = start.version if start is not None and elsewhere else 0
    ends: list[Recorded[Any]] = [
        *of_kind(history, PlacementNotStarted),
        *moves_of(history),
        *([end] if (end := end_of(history)) else []),
        *([start] if start and start.event.approval_needed not in SUFFICE else []),
    ]
    return _by_position(clock, _granted(history, suffice, since), ends)


def _granted(
    history: History, suffice: Collection[ApprovalKind], since: int
) -> Sequence[Recorded[Any]]:
    return [
        each
        for each in of_kind(history, ApprovalGranted)
        if each.event.kind in suffice and each.version > since and _stands(each, history)
    ]


def _by_position(
    clock: Clock, granted: Sequence[Recorded[Any]], ends: Sequence[Recorded[Any]]
) -> Clock:
    stop = min(ends, key=attrgetter("position"), default=None)
    first = min(granted, key=attrgetter("position"), default=None)
    late = first and stop and stop.position < first.position
    return closed(clock, None if late else first, stop)


def _after_a_move(history: History) -> Iterator[Clock]:
    """Of a home in another area that the provider moved the child to: due at the move (R-180)."""
    moves = moves_of(history)
    for number, moved in enumerate(moves):
        needed = moved.event.approval_needed
        if moved.event.same_area or needed is None or needed not in SUFFICE:
            continue
        clock = Clock(
            code=C_OOA_APPR,
            key=f"{C_OOA_APPR}:{moved.event_id}",
            anchor=moved.event_id,
            anchored_at=moved.effective_at,
            due=Due(at=_by(moved.event.at), plan_by=None),
        )
        ends = [*moves[number + 1 :], *([end] if (end := end_of(history)) else [])]
        yield _by_position(clock, _granted(history, SUFFICE[needed], moved.version), ends)


def _stands(granted: Recorded[ApprovalGranted], history: History) -> bool:
    refused = of_kind(history, ApprovalRefused)
    kind, version = granted.event.kind, granted.version
    return not any(each.event.kind is kind and each.version > version for each in refused)


def _elsewhere(history: History, start: Recorded[PlacementStarted]) -> bool:
    proposal = first_of(history, PlacementProposed)
    return proposal is not None and proposal.event.setting_id != start.event.setting_id


def _after_an_emergency(history: History, terms: ClockTerms) -> Iterator[Clock]:
    # That the child left answers nothing: a word is owned to or denied all the same.
    ends: list[Recorded[Any]] = [*of_kind(history, PlacementNotStarted)]
    for given in of_kind(history, ApprovalGranted):
        if not given.event.emergency:
            continue
        clock = opened(given, C_APPR_5WD, terms.limits[C_APPR_5WD], terms)
        yield _answered(clock, history, given, ends)


def _answered(
    clock: Clock, history: History, given: Recorded[ApprovalGranted], ends: list[Recorded[Any]]
) -> Clock:
    kind = given.event.kind
    granted, refused = of_kind(history, ApprovalGranted), of_kind(history, ApprovalRefused)
    full = [each for each in granted if each.event.kind is kind and not each.event.emergency]
    not_given = [each for each in refused if each.event.kind is kind]
    answers = [each for each in [*full, *not_given, *ends] if each.version > given.version]
    answer = min(answers, key=attrgetter("position"), default=None)
    if answer is None:
        return clock
    is_full = isinstance(answer.event, ApprovalGranted)
    return met(clock, answer) if is_full else stopped(clock, answer)
