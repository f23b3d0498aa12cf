"""What a temporary absence must be (docs/domain/02, 2.4; docs/domain/06, 6-81; R-195)."""

from collections.abc import Sequence
from datetime import date

from domain.placement.absences import AbsenceKind, AbsenceTurn
from domain.placement.errors import DetailsMissing
from domain.shared.errors import EffectiveBeforeStream, WrongState
from domain.shared.line import holding_at, last_of
from domain.shared.moments import When, london_day
from domain.shared.two_people import require_second_person
from domain.shared.vocabulary import Subject


def require_not_away_then(turns: Sequence[AbsenceTurn], since: When) -> None:
    """Refuse an absence within another: of two kinds one after the other, the child comes back."""
    held = holding_at(turns, since)
    if held is not None and held.kind is not None:
        raise WrongState(f"The child is away already at that time: {held.kind.value}.")


def require_away_then(turns: Sequence[AbsenceTurn], at: When) -> None:
    held, last = holding_at(turns, at), last_of(turns)
    if held is not None and held.kind is not None:
        return
    if last is not None and last.kind is not None:
        raise EffectiveBeforeStream(
            "This is before the child went. For a return on the same day give the time."
        )
    raise WrongState("The child was not away at that time.")


def require_back_later(since: When, expected_back: date | None) -> None:
    if expected_back is not None and expected_back < london_day(since):
        raise EffectiveBeforeStream("The child is expected back before it went.")


def require_held_open(kind: AbsenceKind, held_open_by: Subject | None, by: Subject) -> None:
    """In custody a place is kept by decision alone, of somebody other than who records it."""
    if kind is not AbsenceKind.CUSTODY:
        return
    if held_open_by is None:
        raise DetailsMissing(["held_open_by"])
    require_second_person(by, held_open_by)
