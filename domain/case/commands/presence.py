"""What can be asked about a child who is not where it lives, or has died."""

from domain.case.interviews import InterviewStep, Return
from domain.shared.code_lists import Code
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import Subject


class RecordMissing(Command):
    """Record that nobody knows where the child is.

    `moved_in` is every time at which it came to live anywhere: who moved in was back (R-202).
    """

    since: When
    last_seen_by: str | None = None
    moved_in: tuple[When, ...] = ()


class RecordAwayWithoutAuthorisation(Command):
    since: When
    last_seen_by: str | None = None
    moved_in: tuple[When, ...] = ()


class RecordReturned(Command):
    at: When


class RecordPoliceTold(Command):
    """Record that the police were told that the child is missing, with their reference."""

    at: When
    reference: str
    by: Subject


class RecordReturnInterview(Command):
    """Record that an interview about these returns was offered, held or declined.

    One that was held names who held it, and whether that is somebody independent of the home.
    """

    step: InterviewStep
    returns: tuple[Return, ...]
    on: When
    interviewer: str | None = None
    independent: bool | None = None
    said: str | None = None
    why: Code | None = None
    by: Subject


class RecordDeath(Command):
    on: When
    by: Subject


PresenceCommand = (
    RecordMissing
    | RecordAwayWithoutAuthorisation
    | RecordReturned
    | RecordPoliceTold
    | RecordReturnInterview
    | RecordDeath
)
