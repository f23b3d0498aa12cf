"""What another end of a notice, or taking it back, must satisfy (docs/domain/02, 2.6)."""

from collections.abc import Sequence

from domain.placement.commands import AgreeOtherEnd, AnswerOnNotice, WithdrawNotice
from domain.placement.errors import NoticeEndNotPossible, NoticeIncomplete
from domain.placement.notice_answers import NoticeChangeKind
from domain.placement.notices import Notice
from domain.placement.rules.notice import require_another_manager, require_review_by
from domain.shared.errors import ConflictOfInterest, NotPermitted
from domain.shared.moments import london_day
from domain.shared.terms import NoticeParty
from domain.shared.vocabulary import Subject


def unsaid(*, reason: str, written: bool = True) -> Sequence[str]:
    """What the record of it lacks."""
    present = {"written": written, "reason": bool(reason.strip())}
    return [name for name, there in present.items() if not there]


def require_both(command: AgreeOtherEnd | WithdrawNotice) -> tuple[str, Subject]:
    """Who agreed for the provider and for the council; one party alone may not (6-16, 6-20).

    Whoever writes it down is neither of them: three people, by names that differ in more than
    their capitals.
    """
    provider, manager = command.provider_agreed, command.approved_by
    if provider is None or manager is None:
        raise NotPermitted("Both parties agree: name who did for the provider and the council.")
    require_another_manager(command.by, manager)
    if provider.casefold() in {command.by.casefold(), manager.casefold()}:
        raise ConflictOfInterest("Nobody agrees for the provider and for the council.")
    return provider, manager


def require_days_with(command: AnswerOnNotice) -> None:
    """Another end is agreed, or not, by its day and by the last day that is paid."""
    if command.change is NoticeChangeKind.WITHDRAW or not command.agrees:
        return
    days = {"earliest_end": command.earliest_end, "pay_until": command.pay_until}
    missing = [name for name, day in days.items() if day is None]
    if missing:
        raise NoticeIncomplete(missing)


def require_end_possible(notice: Notice, command: AgreeOtherEnd) -> None:
    """Sooner or later than it was, not before it is agreed, and paid for as long as it runs."""
    end, before = command.earliest_end, notice.expires
    if command.sooner and (before is None or end >= before):
        raise NoticeEndNotPossible(f"It runs out on {before} as it is.")
    if not command.sooner and before is not None and end <= before:
        raise NoticeEndNotPossible(f"It runs until {before} as it is.")
    if end < london_day(command.agreed_on):
        raise NoticeEndNotPossible("It cannot run out before the day on which that is agreed.")
    if command.pay_until < end:
        raise NoticeEndNotPossible("Fees run at least until the notice runs out.")


def require_review_by_then(notice: Notice, command: AgreeOtherEnd) -> None:
    """What the council ends sooner is reviewed by then, as the notice itself was (6-23)."""
    if notice.party is not NoticeParty.COUNCIL:
        return
    require_review_by(
        command.earliest_end,
        command.statutory_review,
        looked_after=command.looked_after,
        immediate_risk=notice.immediate_risk,
    )
