"""Why the log refused an append: in each case because somebody else was first."""

from eventsourcing.persistence import IntegrityError, Tracking
from sqlalchemy.exc import IntegrityError as SqlIntegrityError

from infrastructure.event_store.rows import PolicyMove


class StreamClash(IntegrityError):
    """The stream already has an event of this version."""


class CommandClash(IntegrityError):
    """A command with this idempotency key has been answered."""


class PolicyClash(IntegrityError):
    """The policy is not where it was thought to be: another runner has moved it."""


class ProjectionClash(IntegrityError):
    """The projection is not where it was thought to be: another runner has moved it."""


CLASHES: dict[str, type[IntegrityError]] = {
    "events_stream_version": StreamClash,
    "commands_pkey": CommandClash,
}
"""By the name of the constraint. SQLite's guards say it in their message."""


def clash_of(error: SqlIntegrityError) -> IntegrityError:
    """Name a violation; one that is no clash stays the library's plain `IntegrityError`."""
    violation = error.orig
    told = getattr(getattr(violation, "diag", None), "constraint_name", None) or str(violation)
    for name, clash in CLASHES.items():
        if name in told:
            return clash(name)
    return IntegrityError(type(violation).__name__)


def lost_move(move: PolicyMove | Tracking) -> IntegrityError:
    if isinstance(move, PolicyMove):
        return PolicyClash(f"{move.policy} was not at {move.after}.")
    return ProjectionClash(f"{move.application_name} has passed {move.notification_id}.")
