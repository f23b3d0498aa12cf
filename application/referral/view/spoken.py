"""What was said by telephone, and who owned to it. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from application.referral.told import Told
from application.referral.view.text import Text
from domain.referral.approvals import numbered
from domain.referral.events.spoken import (
    SpokenApprovalConfirmed,
    SpokenApprovalDenied,
    SpokenApprovalGivenAnew,
)
from domain.referral.spoken import SpokenAct
from domain.shared.moments import When
from domain.shared.vocabulary import (
    Subject,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWord:
    """What an officer said by telephone, and whether they have owned to it; none is open still.

    `given_anew_by` is who gave it in person after it was denied.
    """

    number: int
    act: SpokenAct
    officer: Subject
    at: datetime
    recorded_by: Subject
    owned: bool | None
    answered_at: When | None
    denied_because: Text | None
    given_anew_by: Subject | None


def spoken_approvals(whole: Told, told: Told) -> Sequence[ShownWord]:
    """Every word that had been written down; numbered as in the whole of the record."""
    return list(_words(whole, told))


def _words(whole: Told, told: Told) -> Iterator[ShownWord]:
    answers = {
        each.event.number: each
        for each in told
        if isinstance(each.event, SpokenApprovalConfirmed | SpokenApprovalDenied)
    }
    anew = {
        each.event.number: each.event.by
        for each in told
        if isinstance(each.event, SpokenApprovalGivenAnew)
    }
    by_then = {each.event_id for each in told}
    for recorded, word in numbered(whole):
        if recorded.event_id not in by_then or word.spoken is None:
            continue
        answer = answers.get(word.number)
        said = answer.event if answer else None
        yield ShownWord(
            number=word.number,
            act=word.act,
            officer=word.officer,
            at=word.spoken.at,
            recorded_by=word.spoken.recorded_by,
            owned=isinstance(said, SpokenApprovalConfirmed) if said else None,
            answered_at=answer.effective_at if answer else None,
            denied_because=said.text if isinstance(said, SpokenApprovalDenied) else None,
            given_anew_by=anew.get(word.number),
        )
