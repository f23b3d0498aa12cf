"""The words of a panel: its kinds, who sits, what is put to it, how it decides."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from domain.shared.messages import Value
from domain.shared.panels import PanelOutcome
from domain.shared.vocabulary import Subject

Code = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,60}$")]


class PanelKind(StrEnum):
    """Which panel it is (R-35, 3-020, 3-027)."""

    JOINT_FUNDING = "joint_funding"
    RESIDENTIAL = "residential"
    PRIORITISATION = "prioritisation"


Outcome = PanelOutcome

AGREES = frozenset({Outcome.AGREE, Outcome.CONDITIONS})


class Stage(StrEnum):
    CONVENED = "convened"
    HELD = "held"
    CANCELLED = "cancelled"


class Seat(Value):
    """Somebody who sits, and for which body, by its code. Exactly one chairs."""

    who: Subject
    body: Code
    chairs: bool = False


class PanelCondition(Value):
    """What must be done along with what was agreed, by its code, until which day if any."""

    code: Code
    by: date | None = None
