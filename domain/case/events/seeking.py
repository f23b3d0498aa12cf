"""A home is looked for."""

from typing import ClassVar

from domain.shared.messages import Event
from domain.shared.vocabulary import ReferralId


class HomeSought(Event):
    """A referral was begun for this child. Two begun at once meet here, and one sees the other."""

    stored_as: ClassVar[str] = "case.home_sought.v1"

    referral_id: ReferralId
