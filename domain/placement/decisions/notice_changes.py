"""What both parties agree of a notice, what one takes back, and that one ran out."""

from collections.abc import Sequence
from typing import TypeVar

from domain.placement.commands import (
    AgreeOtherEnd,
    AnswerOnNotice,
    NoteNoticeRanOut,
    NoticeChangeCommand,
    WithdrawNotice,
)
from domain.placement.errors import NoticeIncomplete
from domain.placement.events import (
    NoticeExpiredChildStillPlaced,
    NoticeExtendedByAgreement,
    NoticeShortenedByAgreement,
    NoticeWithdrawn,
    PlacementEvent,
    ProviderAnsweredOnNotice,
)
from domain.placement.notice_answers import NoticeChangeKind, agreed_by
from domain.placement.notices import running
from domain.placement.rules.notice import running_notice
from domain.placement.rules.notice_changes import (
    require_both,
    require_days_with,
    require_end_possible,
    require_review_by_then,
    unsaid,
)
from domain.placement.rules.start import require_not_before
from domain.placement.state import Current

Change = TypeVar("Change", AgreeOtherEnd, WithdrawNotice)


def decide(placement: Current, command: NoticeChangeCommand) -> Sequence[PlacementEvent]:
    match command:
        case AgreeOtherEnd():
            return agree(placement, command)
        case AnswerOnNotice():
            return answer(placement, command)
        case WithdrawNotice():
            return withdraw(placement, command)
        case NoteNoticeRanOut():
            return note_ran_out(placement, command)


def agree(placement: Current, command: AgreeOtherEnd) -> Sequence[PlacementEvent]:
    """Shorten or extend a notice (6-16). One party alone moves nothing."""
    notice = running_notice(placement, command.notice)
    require_not_before(notice.given_at, command.agreed_on)
    provider, manager = require_both(_with_its_own_word(placement, command))
    missing = unsaid(written=command.written, reason=command.reason)
    if missing:
        raise NoticeIncomplete(missing)
    require_end_possible(notice, command)
    require_review_by_then(notice, command)
    kind = NoticeShortenedByAgreement if command.sooner else NoticeExtendedByAgreement
    return [
        kind(
            notice=notice.number,
            agreed_on=command.agreed_on,
            was=notice.expires,
            earliest_end=command.earliest_end,
            pay_until=command.pay_until,
            reason=command.reason,
            provider_agreed=provider,
            approved_by=manager,
            by=command.by,
        )
    ]


def withdraw(placement: Current, command: WithdrawNotice) -> Sequence[PlacementEvent]:
    """Take a notice back (6-20); nothing ends by it any more."""
    notice = running_notice(placement, command.notice)
    require_not_before(notice.given_at, command.on)
    provider, manager = require_both(_with_its_own_word(placement, command))
    missing = unsaid(reason=command.reason)
    if missing:
        raise NoticeIncomplete(missing)
    return [
        NoticeWithdrawn(
            notice=notice.number,
            on=command.on,
            reason=command.reason,
            provider_agreed=provider,
            approved_by=manager,
            by=command.by,
        )
    ]


def answer(placement: Current, command: AnswerOnNotice) -> Sequence[PlacementEvent]:
    """The provider's own word on a change; a later one on the same change takes its place."""
    notice = running_notice(placement, command.notice)
    require_not_before(notice.given_at, command.at)
    require_days_with(command)
    return [ProviderAnsweredOnNotice(**dict(command))]


def _with_its_own_word(placement: Current, command: Change) -> Change:
    """Nobody is named for a provider that said itself, signed in, that it agrees to just this."""
    if command.provider_agreed is not None:
        return command
    answers = placement.particulars.notice_answers
    if isinstance(command, WithdrawNotice):
        by = agreed_by(answers, command.notice, NoticeChangeKind.WITHDRAW)
    else:
        kind = NoticeChangeKind.SHORTEN if command.sooner else NoticeChangeKind.EXTEND
        by = agreed_by(answers, command.notice, kind, (command.earliest_end, command.pay_until))
    return command.model_copy(update={"provider_agreed": by})


def note_ran_out(placement: Current, command: NoteNoticeRanOut) -> Sequence[PlacementEvent]:
    """Of each running notice once for each day that it ran out on (6-18)."""
    return [
        NoticeExpiredChildStillPlaced(notice=each.number, expired_on=each.expires)
        for each in running(placement.notices)
        if each.expires is not None and each.expires <= command.by_end_of and not each.has_run_out
    ]
