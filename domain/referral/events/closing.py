"""A search that ends with nothing: closed unfilled, or never asked for at all."""

from typing import ClassVar

from domain.referral.codes import OutcomeForChild
from domain.shared.messages import Event
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Subject


class ReferralClosedUnfilled(Event):
    """No home was found. What became of the child is said; it counts as unmet need."""

    stored_as: ClassVar[str] = "referral.closed_unfilled.v1"

    outcome: OutcomeForChild
    text: Sealed[str]
    by: Subject


class DraftExpired(Event):
    """Nobody wrote on a draft for so long that it asks for nothing any more."""

    stored_as: ClassVar[str] = "referral.draft_expired.v1"


ClosingEvent = ReferralClosedUnfilled | DraftExpired
