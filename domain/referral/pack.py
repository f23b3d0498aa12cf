"""The published pack: an allow-list, generated and never blanked (5.4, column Pub)."""

import json
from datetime import date
from enum import StrEnum
from hashlib import sha256

from pydantic import Field

from domain.referral.codes import Code, Duration, InvitationId
from domain.shared.messages import Value
from domain.shared.money import Amount
from domain.shared.personal import Sealed
from domain.shared.vocabulary import LegalStatus, ProviderId


class RiskLevel(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Risk(Value):
    """A kind of risk and its level; the story behind it waits for the matching pack."""

    category: Code
    level: RiskLevel


class RedactedPack(Value):
    """All that an invited provider may read of a child before it is shortlisted.

    `area` is a broad area without names. `summary` was rewritten for publication.
    """

    age_in_years: int = Field(ge=0, le=25)
    sex: Code
    legal_status: LegalStatus
    unaccompanied: bool = False
    needs: tuple[Code, ...]
    risks: tuple[Risk, ...]
    sibling_group_size: int = Field(default=1, ge=1)
    area: Code
    half_hours: int = Field(ge=0)
    needed_from: date
    duration: Duration
    indicative_weekly: Amount | None = None
    summary: Sealed[str]


class Invitee(Value):
    """A provider to be asked, as its register shows it now."""

    invitation_id: InvitationId
    provider_id: ProviderId
    on_lot: bool
    suspended: bool


def digest(pack: RedactedPack) -> str:
    """SHA-256 over the pack as canonical JSON: what was released can be proved later."""
    content = json.dumps(
        pack.model_dump(mode="json"), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    return sha256(content.encode()).hexdigest()
