"""What notice must satisfy (docs/domain/02, 2.6; seed 004, 3.8.1)."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from domain.placement.agreement import Agreement
from domain.placement.commands import ServeNotice, ServeOwnHomeNotice
from domain.placement.endings import StatutoryReview
from domain.placement.errors import (
    NoticeReasonUnmapped,
    NoticeTooShort,
    ReviewRequired,
)
from domain.placement.notices import Notice, running
from domain.placement.state import Current
from domain.shared.errors import ConflictOfInterest, WrongState
from domain.shared.moments import london_day
from domain.shared.terms import ContractTerms, NoticeParty, NoticeRule
from domain.shared.two_people import is_same_person
from domain.shared.vocabulary import Subject


def expiry(given_at: date | datetime, days: int) -> date:
    """The day at whose end notice runs out: its own day not counted, and no roll (T26–T28)."""
    return london_day(given_at) + timedelta(days=days)


def rule_for(agreement: Agreement | None, terms: ContractTerms, reason: str) -> NoticeRule:
    """The contract's rule for the council's notice; `NOTICE_REASON_UNMAPPED` if it has none."""
    if agreement is not None and not agreement.terms.are_under(terms):
        raise NoticeReasonUnmapped("These are not the terms that the agreement was made under.")
    rule = terms.notice_rule(NoticeParty.COUNCIL, reason)
    if rule is None:
        raise NoticeReasonUnmapped(f"{terms.title} has no notice rule for {reason}.")
    return rule


def require_first(placement: Current) -> None:
    """The council gives notice once; the provider's own does not stand in its way."""
    if any(each.party is NoticeParty.COUNCIL for each in running(placement.notices)):
        raise WrongState("The council has given notice already: replace it, or take it back.")


def running_notice(placement: Current, number: int) -> Notice:
    """The notice that is named, while it runs."""
    notice = placement.notice(number)
    if notice is None:
        raise WrongState("No notice of this number runs.")
    return notice


def require_own(notice: Notice) -> None:
    """The council replaces its own notice: a provider that gives another is recorded (R-16)."""
    if notice.party is not NoticeParty.COUNCIL:
        raise WrongState("This is the provider's notice: another of its own is recorded.")


def missing_from(command: ServeNotice | ServeOwnHomeNotice) -> Sequence[str]:
    """What notice lacks of writing, options explored and a manager's approval (4-232)."""
    present = {
        "written": command.written,
        "options_explored": bool(command.options_explored and command.options_explored.strip()),
        "manager_approval": command.manager_approval is not None,
    }
    return [name for name, there in present.items() if not there]


def require_another_manager(by: Subject, manager: Subject) -> None:
    """Refuse a manager's approval of the notice that they serve themselves."""
    if is_same_person(manager, by):
        raise ConflictOfInterest("A manager approves notice that someone else serves.")


def require_review_of(command: ServeNotice, last_day: date) -> None:
    """The review that a notice needs, by the day on which the placement ends by it."""
    require_review_by(
        last_day,
        command.statutory_review,
        looked_after=command.looked_after,
        immediate_risk=command.immediate_risk,
    )


def require_review_by(
    last_day: date, review: StatutoryReview | None, *, looked_after: bool, immediate_risk: bool
) -> None:
    """Refuse to end a looked-after child's placement without a statutory review by then (6-23)."""
    # Reg. 14 puts a review before the council's own ending, but not before removing a
    # child from immediate risk. "Before" includes the last day, which runs to its end.
    if not looked_after or immediate_risk:
        return
    if review is None or review.on > last_day:
        raise ReviewRequired(f"No statutory review is held or scheduled by {last_day}.")


def require_held(
    last_day: date, review: StatutoryReview | None, *, looked_after: bool, immediate_risk: bool
) -> None:
    """The same once the child has left: by then a review that was only scheduled will not do."""
    held = review if review is not None and review.held else None
    require_review_by(last_day, held, looked_after=looked_after, immediate_risk=immediate_risk)


def require_long_enough(end_named: date | datetime | None, contractual_end: date) -> None:
    """A provider names no end before the contract's (6-22)."""
    if end_named is not None and london_day(end_named) < contractual_end:
        raise NoticeTooShort(
            f"It ends on {london_day(end_named)}, and the contract asks for {contractual_end}."
        )
