"""The published pack: an allow-list, generated and never blanked (5.4, column Pub)."""

import json
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from hashlib import sha256

from pydantic import Field

from domain.referral.codes import Code, Duration, InvitationId
from domain.shared.code_lists import ListName, each_of
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


class SiblingInPack(Value):
    """One child of several who are looked for together: what is told of an only child."""

    number: int = Field(ge=1)
    age_in_years: int = Field(ge=0, le=25)
    sex: Code
    legal_status: LegalStatus


class RedactedPack(Value):
    """All that an invited provider may read of a child before it is shortlisted.

    `area` is a broad area without names. `summary` was rewritten for publication. Of several
    children `siblings` are all, `together` is whether they are to stay so, and what stands
    above is told of the first.
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
    siblings: tuple[SiblingInPack, ...] = ()
    together: bool | None = None


def codes_of(pack: RedactedPack) -> Mapping[ListName, Mapping[str, str | None]]:
    """What a pack tells in codes of lists, by the field in which it is told."""
    risks = {f"/pack/risks/{at}/category": each.category for at, each in enumerate(pack.risks)}
    return {ListName.NEEDS: each_of("/pack/needs", pack.needs), ListName.RISK_CATEGORIES: risks}


ADDED: Mapping[str, object] = {"siblings": [], "together": None}
"""Fields that older packs had not, with what stands there if nothing was said."""


class Invitee(Value):
    """A provider to be asked, as its register shows it now; `lot` where it is not the search's."""

    invitation_id: InvitationId
    provider_id: ProviderId
    on_lot: bool
    suspended: bool
    lot: str | None = None


def canonical(pack: Value) -> str:
    """A pack as it is hashed, and as it is given out again: JSON with its keys in order.

    Fields that came later count only where they say something: an old digest stays provable.
    """
    told = pack.model_dump(mode="json")
    for name, nothing in ADDED.items():
        if name in told and told[name] == nothing:
            del told[name]
    return json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(pack: Value) -> str:
    """SHA-256 over the pack as canonical JSON: what was released can be proved later."""
    return sha256(canonical(pack).encode()).hexdigest()
