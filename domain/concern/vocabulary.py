"""The words of concerns: kinds, who told of it, what came of it, who may be told."""

from enum import StrEnum
from typing import Annotated, NewType
from uuid import UUID

from pydantic import Field

Code = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,59}$")]
"""An entry of a code list; a plain word, never a person."""

ConcernId = NewType("ConcernId", UUID)
ActionId = NewType("ActionId", UUID)


class ConcernKind(StrEnum):
    """Which of the five it is (docs/domain/02, 2.12)."""

    SAFEGUARDING_ALERT = "safeguarding_alert"
    SERIOUS_EVENT_COPY = "serious_event_copy"
    PROVIDER_COMPLAINT = "provider_complaint"
    ISSUE_REPORT = "issue_report"
    SERVICE_FAILURE = "service_failure"


class Source(StrEnum):
    """Whose word it is. Of one who is anonymous nothing else is kept."""

    CHILD = "child"
    FAMILY = "family"
    PROVIDER = "provider"
    SOCIAL_CARE = "social_care"
    OTHER_AGENCY = "other_agency"
    PUBLIC = "public"
    ANONYMOUS = "anonymous"


class Stage(StrEnum):
    """How far a concern has come."""

    RAISED = "raised"
    TRIAGED = "triaged"
    REFERRED = "referred"
    INVESTIGATING = "investigating"
    OUTCOME = "outcome"
    ACTIONS = "actions"
    CLOSED = "closed"
    REOPENED = "reopened"


class Finding(StrEnum):
    """What was found: of an allegation in its own words, of a complaint or failure in theirs."""

    SUBSTANTIATED = "substantiated"
    UNSUBSTANTIATED = "unsubstantiated"
    UNFOUNDED = "unfounded"
    FALSE = "false"
    MALICIOUS = "malicious"
    UPHELD = "upheld"
    PARTLY_UPHELD = "partly_upheld"
    NOT_UPHELD = "not_upheld"
    CONFIRMED = "confirmed"


AGAINST_PROVIDER = frozenset(
    {Finding.SUBSTANTIATED, Finding.UPHELD, Finding.PARTLY_UPHELD, Finding.CONFIRMED}
)
"""Findings after which commissioning decides what follows for the provider."""


class Party(StrEnum):
    """With whom it is shared, beside those of the council who may read it (seed row 4-241)."""

    PROVIDER = "provider"
    CHILD = "child"
    FAMILY = "family"
    REGULATOR = "regulator"
    OTHER_AUTHORITY = "other_authority"
    OTHER_AGENCY = "other_agency"
