"""An offer that a provider made by telephone at night, written down for it (R-125)."""

from datetime import datetime

from domain.referral.commands.answers import SubmitOffer
from domain.referral.facts import Facts
from domain.referral.invitation import Answer, Invitation
from domain.referral.rules.emergency import require_emergency
from domain.shared.errors import EffectiveBeforeStream, EffectiveInFuture
from domain.shared.moments import is_future
from domain.shared.personal import legible
from domain.shared.said import require_said


def offered_at(facts: Facts, invitation: Invitation, command: SubmitOffer) -> datetime:
    """When the provider said so; once its silence is on record, when it was written down.

    In an emergency only: by day a provider answers for itself.
    """
    entered = command.entered
    if entered is None:
        return command.at
    require_emergency(facts)
    require_said(said_by=legible(entered.said_by))
    if is_future(entered.said_at, command.at):
        raise EffectiveInFuture("Nobody can have said so yet.")
    if entered.said_at < invitation.invited_at:
        raise EffectiveBeforeStream("This provider had not been asked yet.")
    return command.at if invitation.answer is Answer.NO_RESPONSE else entered.said_at
