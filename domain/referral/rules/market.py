"""What a published search may do while providers hold its pack."""

from collections.abc import Sequence
from datetime import datetime

from domain.referral.commands.market import AnswerAboutInvitation
from domain.referral.errors import DeadlinePassed
from domain.referral.facts import Facts
from domain.referral.invitation import Answer
from domain.referral.pack import Invitee
from domain.referral.rules.words_that_leave import require_gives_nobody_away
from domain.shared.errors import MissingInformation, WrongState
from domain.shared.said import require_said


def require_before_every_deadline(facts: Facts, now: datetime) -> None:
    """Refuse to extend once any provider's window has closed: it would not be the same for all.

    2.2 asks for both: before the old deadline, and the same for all (R-69).
    """
    first = min(_deadlines(facts))
    if now > first:
        raise DeadlinePassed(f"The first of the providers had until {first.isoformat()}.")


def require_later_for_all(facts: Facts, deadline: datetime) -> None:
    """Refuse a deadline that takes time away from anybody."""
    last = max(_deadlines(facts))
    if deadline <= last:
        raise WrongState(f"The deadline that stands is {last.isoformat()}; it is never brought in.")


def _deadlines(facts: Facts) -> Sequence[datetime]:
    """Of those that are asked still; where nobody is, of all."""
    asked = facts.invitations.values()
    still = [each.deadline for each in asked if each.answer is not Answer.WITHDRAWN]
    return still or [each.deadline for each in asked]


def newly_asked(facts: Facts, audience: Sequence[Invitee]) -> Sequence[Invitee]:
    """Each provider of the audience who has not been asked yet, once; none is a gap."""
    added = {
        each.provider_id: each for each in audience if each.provider_id not in facts.invitations
    }
    if not added:
        raise MissingInformation(["audience"])
    return list(added.values())


def require_answerable(command: AnswerAboutInvitation) -> None:
    """Refuse an answer that holds an identifier, or goes to all in the asker's own words."""
    require_gives_nobody_away(command.would_tell)
    if command.to_all:
        require_said(shared_as=command.shared_as)
