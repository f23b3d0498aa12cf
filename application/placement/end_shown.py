"""What is shown of the end of a placement, and of one that an officer made at once."""

from dataclasses import dataclass, replace
from uuid import UUID

from domain.placement.endings import ImmediateGround, Instigator, NoticeOutcome, PlannedBasis
from domain.placement.history import History, end_of, last_word_on_end, made_at_once
from domain.shared.breaches import Breach
from domain.shared.moments import When
from domain.shared.personal import Erased
from domain.shared.vocabulary import Subject


@dataclass(frozen=True, kw_only=True)
class ShownImmediateEnd:
    """An officer ended it at once; the words are none for who reads no narrative."""

    ground: ImmediateGround
    reason: str | Erased | None
    accommodation: str | Erased | None
    iro_informed: bool
    by: Subject


@dataclass(frozen=True, kw_only=True)
class ShownEnd:
    """The end as it is believed now; `corrects_next` names what another correction is of."""

    at: When
    recorded_first_as: When
    event_id: UUID
    corrects_next: UUID
    reason: str
    national_reason: str | None
    instigator: Instigator
    destination: str | None
    planned: bool
    planned_basis: PlannedBasis
    notice_outcome: NoticeOutcome | None
    at_once: ShownImmediateEnd | None
    breaches: tuple[Breach, ...]


def without_reason(shown: ShownEnd) -> ShownEnd:
    """When and on which ground, and no word about the child."""
    if shown.at_once is None:
        return shown
    return replace(shown, at_once=replace(shown.at_once, reason=None, accommodation=None))


def _at_once(known: History) -> ShownImmediateEnd | None:
    terminated = made_at_once(known)
    if terminated is None:
        return None
    return ShownImmediateEnd(
        ground=terminated.event.ground,
        reason=terminated.event.reason,
        accommodation=terminated.event.accommodation,
        iro_informed=terminated.event.iro_informed,
        by=terminated.event.by,
    )


def end_shown(known: History) -> ShownEnd | None:
    """None where there was none, or it was found that there had been none."""
    end, word = end_of(known), last_word_on_end(known)
    if end is None or word is None:
        return None
    first = next(each for each in known if each.event_id == end.event_id)
    said = end.event
    return ShownEnd(
        at=said.at,
        recorded_first_as=first.effective_at,
        event_id=end.event_id,
        corrects_next=word.event_id,
        reason=said.reason,
        national_reason=said.national_reason,
        instigator=said.instigator,
        destination=said.destination,
        planned=said.planned,
        planned_basis=said.planned_basis,
        notice_outcome=said.notice_outcome,
        at_once=_at_once(known),
        breaches=said.breaches,
    )
