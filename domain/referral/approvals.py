"""Who let a search go further, in person or by word of mouth, and who has owned to their word.

Spoken ones are numbered in the order in which they were written down; a number is never used
again (docs/domain/10, R-104).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from domain.referral.events import ReferralEvent
from domain.referral.events.choice import PreferredOfferDeselected, PreferredOfferSelected
from domain.referral.events.ending import ReferralFulfilled, ReferralWithdrawn
from domain.referral.events.funding import VerbalAuthorityNoted
from domain.referral.events.in_house import InHouseBypassApproved
from domain.referral.events.request import ReferralSubmitted
from domain.referral.events.search import ExternalSearchApproved
from domain.referral.events.siblings import SiblingMovedIn, SiblingSplitApproved
from domain.referral.events.spoken import (
    SpokenApprovalConfirmed,
    SpokenApprovalDenied,
    SpokenApprovalGivenAnew,
)
from domain.referral.events.triage import RequestAmended
from domain.referral.spoken import Spoken, SpokenAct
from domain.shared.envelope import Recorded
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import Subject


@dataclass(frozen=True, slots=True)
class Approval:
    """Who let it; if by word of mouth when and to whom, and what they said of it themselves.

    `number` is 0 of what was given in person; `owned` is none while the officer has not answered.
    """

    act: SpokenAct
    officer: Subject
    spoken: Spoken | None = None
    number: int = 0
    owned: bool | None = None

    @property
    def is_open(self) -> bool:
        """Whether the officer has still to say that it was their word."""
        return self.spoken is not None and self.owned is None


Approvals = tuple[Approval, ...]


def numbered(
    history: Iterable[Recorded[ReferralEvent]],
) -> Iterator[tuple[Recorded[ReferralEvent], Approval]]:
    """Every word on the telephone with the event that wrote it down, in the order of the log."""
    known: Approvals = ()
    for recorded in sorted(history, key=lambda each: each.version):
        now = after(known, recorded.event)
        if len(now) > len(known) and now[-1].spoken is not None:
            yield recorded, now[-1]
        known = now


def after(approvals: Approvals, event: ReferralEvent) -> Approvals:
    """The approvals once another event has happened."""
    match event:
        case SpokenApprovalConfirmed(number=number):
            return _answered(approvals, number, owned=True)
        case SpokenApprovalDenied(number=number):
            return _answered(approvals, number, owned=False)
        case _:
            given = _given(event)
            return approvals if given is None else tuple(_with(approvals, given))


def _answered(approvals: Approvals, number: int, *, owned: bool) -> Approvals:
    return tuple(replace(a, owned=owned) if a.number == number else a for a in approvals)


def _given(event: ReferralEvent) -> Approval | None:
    """The approval that an event tells of, if it tells of one."""
    match event:
        case ReferralSubmitted(team_manager_approval=officer, spoken=spoken):
            return Approval(SpokenAct.SUBMISSION, officer, spoken)
        case InHouseBypassApproved(by=officer, spoken=spoken):
            return Approval(SpokenAct.IN_HOUSE_BYPASS, officer, spoken)
        case ExternalSearchApproved(by=officer, spoken=spoken):
            return Approval(SpokenAct.EXTERNAL_SEARCH, officer, spoken)
        case RequestAmended(called_by=str() as officer, spoken=spoken):
            return Approval(SpokenAct.URGENCY, officer, spoken)
        case SiblingSplitApproved(by=officer, spoken=spoken):
            return Approval(SpokenAct.SIBLING_SPLIT, officer, spoken)
        case PreferredOfferSelected(by=officer, spoken=spoken):
            return Approval(SpokenAct.CHOICE, officer, spoken)
        case PreferredOfferDeselected(by=officer, spoken=Spoken() as spoken):
            return Approval(SpokenAct.DESELECTION, officer, spoken)
        case ReferralWithdrawn(by=officer, spoken=Spoken() as spoken):
            return Approval(SpokenAct.WITHDRAWAL, officer, spoken)
        case SpokenApprovalGivenAnew(act=act, by=officer):
            return Approval(act, officer)
        case VerbalAuthorityNoted(authority=word):
            return _money(word)
        case (
            ReferralFulfilled(verbal_authority=VerbalAuthority() as word)
            | SiblingMovedIn(verbal_authority=VerbalAuthority() as word)
        ):
            return _money(word)
        case _:
            return None


def _money(word: VerbalAuthority) -> Approval | None:
    """None of a word of which nobody wrote down who had heard it."""
    if word.noted_by is None:
        return None
    spoken = Spoken(at=word.given_at, recorded_by=word.noted_by)
    return Approval(SpokenAct.MONEY, word.officer, spoken)


def _with(approvals: Approvals, given: Approval) -> Iterator[Approval]:
    """The start repeats the word that was noted before it: that is one word and not two."""
    yield from approvals
    words = [each for each in approvals if each.spoken is not None]
    told = [(each.act, each.officer, each.spoken and each.spoken.at) for each in words]
    if given.spoken is None:
        yield given
    elif (given.act, given.officer, given.spoken.at) not in told:
        yield replace(given, number=len(words) + 1)


def chosen_by_word(approvals: Approvals) -> bool:
    """Whether the last choice was a broker's word on the telephone, which nobody has denied."""
    choices = [each for each in approvals if each.act is SpokenAct.CHOICE]
    return bool(choices) and choices[-1].spoken is not None and choices[-1].owned is not False


def denied(approvals: Approvals, act: SpokenAct) -> bool:
    """Whether the last word for this was denied, and nothing was given in its place since."""
    given = [each for each in approvals if each.act is act]
    return bool(given) and given[-1].owned is False
