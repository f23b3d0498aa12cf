"""An offer that a provider made by telephone at night, written down for it (R-125)."""

from datetime import datetime

from domain.referral.commands.answers import SubmitOffer
from domain.referral.facts import Facts
from domain.referral.invitation import Answer, Invitation
from domain.referral.offer import Entered
from domain.referral.rules.emergency import require_emergency
from domain.shared.errors import ConflictOfInterest, EffectiveBeforeStream, EffectiveInFuture
from domain.shared.moments import is_future
from domain.shared.personal import legible
from domain.shared.said import require_said
from domain.shared.two_people import is_same_person
from domain.shared.vocabulary import Subject


def require_somebody_there_said_so(entered: Entered) -> None:
    """Refuse what nobody of the provider is named for, or who writes it down (R-170)."""
    said_by = legible(entered.said_by)
    require_said(said_by=said_by)
    if is_same_person(Subject(said_by), entered.by):
        raise ConflictOfInterest("Who writes it down is nobody of the provider: name who said so.")


def offered_at(facts: Facts, invitation: Invitation, command: SubmitOffer) -> datetime:
    """When the provider said so; once its silence is on record, when it was written down.

    In an emergency only: by day a provider answers for itself.
    """
    entered = command.entered
    if entered is None:
        return command.at
    require_emergency(facts)
    require_somebody_there_said_so(entered)
    if is_future(entered.said_at, command.at):
        raise EffectiveInFuture("Nobody can have said so yet.")
    if entered.said_at < invitation.invited_at:
        raise EffectiveBeforeStream("This provider had not been asked yet.")
    if invitation.said_no_at is not None and entered.said_at < invitation.said_no_at:
        text = "This provider has declined since, or taken its offer back: its last word counts."
        raise EffectiveBeforeStream(text)
    return command.at if invitation.answer is Answer.NO_RESPONSE else entered.said_at
