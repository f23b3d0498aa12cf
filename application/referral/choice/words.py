"""What is said with a choice, and by whom: in person, or by telephone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from application.referral.telephone import heard
from application.shared.ports import Occasion
from application.shared.registers import Registers
from domain.referral.codes import (
    Code,
)
from domain.referral.spoken import Heard
from domain.referral.sufficiency import Sufficiency
from domain.shared.vocabulary import (
    OfferId,
    Pence,
    Subject,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """Why there is no competition, and what the price was held against, in pence a week."""

    reason: Code
    compared_weekly: Pence
    price_check: str


@dataclass(frozen=True, slots=True)
class Word:
    """Which officer said so by telephone, and when; whoever acts writes it down (R-103)."""

    officer: Subject
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What was chosen and why; a reason for each other open offer."""

    offer_id: OfferId
    reasons: str
    match_statement: str
    childs_views: str
    others_not_chosen: Mapping[OfferId, str]
    jointly_with: Subject
    planned_end: date | None
    award_route: Code | None = None
    award: Award | None = None
    word: Word | None = None
    sufficiency: Sufficiency | None = None


def said_by(occasion: Occasion, word: Word | None) -> Subject:
    return word.officer if word else Subject(occasion.actor.subject)


def heard_word(
    registers: Registers, occasion: Occasion, referral_id: UUID, word: Word | None
) -> Heard | None:
    """Their word as whoever acts writes it down; none if they act themselves."""
    return heard(registers, occasion, referral_id, word.at, word.officer) if word else None
