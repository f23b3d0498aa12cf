"""A copy of a document goes out once a person has read that very copy, and may be taken back."""

from collections.abc import Sequence

from domain.referral.commands.copies import CopyCommand, ReleaseCopy, WithdrawCopy
from domain.referral.errors import RedactionNotConfirmed
from domain.referral.events.copies import CopyEvent, CopyReleased, CopyWithdrawn
from domain.referral.facts import Facts
from domain.referral.stages import Draft, Referral, Stage, Withdrawn
from domain.shared.errors import NotFound, WrongState


def decide(referral: Referral, command: CopyCommand) -> Sequence[CopyEvent]:
    match referral, command:
        case Draft() | Withdrawn(), ReleaseCopy():
            raise WrongState.of(referral, command)
        case Stage(), ReleaseCopy():
            return release(command)
        case Stage(facts), WithdrawCopy():
            return withdraw(facts, command)
        case _:
            raise WrongState.of(referral, command)


def release(command: ReleaseCopy) -> Sequence[CopyEvent]:
    """Refuse a copy that names somebody, or that is not the one that was read (4-110, 5.4)."""
    if command.identifiers_left:
        text = f"The scan still finds {command.identifiers_left} identifiers."
        raise RedactionNotConfirmed(text, findings=command.identifiers_left)
    if command.read_sha256 != command.copied.sha256:
        raise RedactionNotConfirmed("This is not the copy that was read: read it again.")
    return [CopyReleased(copied=command.copied, certified_by=command.by)]


def withdraw(facts: Facts, command: WithdrawCopy) -> Sequence[CopyEvent]:
    if command.copy_id not in facts.copies:
        raise NotFound("No such copy is with providers.")
    return [CopyWithdrawn(**dict(command))]
