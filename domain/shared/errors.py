"""Every way this service says no.

CaseworkError
├── NotFound              nothing is known by that id, or it is another authority's
├── NotPermitted          role, authority or relationship does not allow it
│   └── ConflictOfInterest  the same person may not take both steps
├── VersionConflict       someone else decided first; read again and retry
├── IdempotencyMismatch   the same key came with another body
└── Refused               the domain declines
    ├── WrongState        the case has not reached this step, or is past it
    └── RuleBroken        law or policy forbids it; each subclass cites its rule
        └── BadContent    what was sent is incomplete or impossible

None of these know about HTTP: `interface.http.problems` translates them. Codes are those
of docs/domain/02, spelled as there. `CorruptHistory` stands outside the tree: it is a
bug, not an answer.
"""

from collections.abc import Mapping, Sequence
from typing import ClassVar

Detail = str | int | bool | None | Sequence[str] | Mapping[str, str]


class CaseworkError(Exception):
    """Catch this to catch everything the service raises on purpose.

    The text is for people and never holds personal data; `details` adds members to the
    problem document, by name.
    """

    code: ClassVar[str]
    title: ClassVar[str]

    def __init__(self, text: str = "", **details: Detail) -> None:
        super().__init__(text or self.title)
        self.details: Mapping[str, Detail] = details


class NotFound(CaseworkError):
    code = "NOT_FOUND"
    title = "There is nothing with this id"


class NotPermitted(CaseworkError):
    code = "NOT_PERMITTED"
    title = "Your role or authority may not do this"


class ConflictOfInterest(NotPermitted):
    code = "CONFLICT_OF_INTEREST"
    title = "The same person may not take both of these steps"


class VersionConflict(CaseworkError):
    code = "VERSION_CONFLICT"
    title = "This has changed since you last read it"


class IdempotencyMismatch(CaseworkError):
    code = "IDEMPOTENCY_MISMATCH"
    title = "This idempotency key was used before with a different request"


class Refused(CaseworkError):
    """The domain understood the command and declined it."""


class WrongState(Refused):
    code = "WRONG_STATE"
    title = "This cannot be done at this stage"

    @classmethod
    def of(cls, state: object, command: object) -> "WrongState":
        """Say which command met which state, by name only."""
        asked, found = type(command).__name__, type(state).__name__
        return cls(f"{asked} is not possible: this is {found}.", state=found)


class RuleBroken(Refused):
    """Law or policy forbids it. `cites` is the regulation or seed row that does."""

    cites: ClassVar[str]


class BadContent(RuleBroken):
    """What was sent is incomplete, or cannot be true."""


class MissingInformation(BadContent):
    """Everything that is missing is named at once, in `missing`."""

    code = "MISSING_INFORMATION"
    title = "Something that this step needs is missing"
    cites = "docs/domain/07, 7.1"

    def __init__(self, missing: Sequence[str]) -> None:
        super().__init__(f"Missing: {', '.join(missing)}.", missing=list(missing))


class EffectiveInFuture(BadContent):
    code = "EFFECTIVE_IN_FUTURE"
    title = "What has not happened yet cannot be recorded as a fact"
    cites = "docs/domain/02, 2.0"


class EffectiveBeforeStream(BadContent):
    code = "EFFECTIVE_BEFORE_STREAM"
    title = "This is dated before the thing it happened to began"
    cites = "docs/domain/02, 2.0"


class RecordErased(Refused):
    code = "ERASED"
    title = "This record has been erased"


class CorruptHistory(Exception):
    """Events that `decide` could never have produced, in this order."""

    def __init__(self, state: object, event: object) -> None:
        found = getattr(event, "stored_as", type(event).__name__)
        super().__init__(f"{found} cannot follow {type(state).__name__}")
