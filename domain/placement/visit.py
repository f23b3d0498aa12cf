"""A social work visit: who came, where the child was seen, alone or not, and what it said.

Instrument: the Care Planning, Placement and Case Review (England) Regulations 2010
(SI 2010/959), regs 28 and 29.
"""

from enum import StrEnum

from domain.shared.messages import Value
from domain.shared.moments import When
from domain.shared.personal import Sealed


class VisitPlace(StrEnum):
    """Where the child was visited."""

    HOME = "home"
    SCHOOL = "school"
    ELSEWHERE = "elsewhere"


class NotSeen(StrEnum):
    """Why a visitor came and did not see the child (A)."""

    CHILD_OUT = "child_out"
    CHILD_MISSING = "child_missing"
    CHILD_REFUSED = "child_refused"
    NOBODY_IN = "nobody_in"
    ENTRY_REFUSED = "entry_refused"


class NotAlone(StrEnum):
    """Why the visitor did not speak to the child in private: all that reg. 29 allows."""

    CHILD_REFUSED = "child_refused"
    NOT_APPROPRIATE = "not_appropriate"
    NOT_ABLE = "not_able"


class Visit(Value):
    """One visit, made or attempted.

    `wishes` and `follow_up` are words and sealed; so is `visitor`, who may be nobody whom the
    identity issuer knows.

    A child who was not seen has the reason in `not_seen`; one that was seen in company has it
    in `not_alone`.
    """

    on: When
    visitor: Sealed[str]
    place: VisitPlace
    seen: bool
    not_seen: NotSeen | None = None
    seen_alone: bool = False
    not_alone: NotAlone | None = None
    wishes: Sealed[str | None] = None
    follow_up: Sealed[str | None] = None
