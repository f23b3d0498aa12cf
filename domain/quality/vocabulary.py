"""The words of quality: kinds of engagement, of action, and the three colours."""

from enum import StrEnum
from typing import Annotated, NewType
from uuid import UUID

from pydantic import Field

EngagementId = NewType("EngagementId", UUID)
ActionId = NewType("ActionId", UUID)

Code = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,59}$")]
"""An entry of a code list; a plain word, never a person."""


class EngagementKind(StrEnum):
    """How the council meets a provider (seed 004, 3.5 and 3.8.2; seed 002, 5.2 and 5.4)."""

    QUALITY_VISIT = "quality_visit"
    CONTRACT_MEETING = "contract_meeting"
    INDIVIDUAL_MEETING = "individual_meeting"
    PROPERTY_CHECK = "property_check"
    PROVIDER_FORUM = "provider_forum"


class EngagementStage(StrEnum):
    """Planned, held, done with; or it never came."""

    PLANNED = "planned"
    HELD = "held"
    CLOSED = "closed"
    CALLED_OFF = "called_off"


class ActionKind(StrEnum):
    """Something to be made better, or something that we asked to be told (4-167)."""

    IMPROVEMENT = "improvement"
    INFORMATION = "information"


class Status(StrEnum):
    """How a provider is seen, by somebody's decision (docs/domain/07, 7.8)."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
