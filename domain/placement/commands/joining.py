"""Joining a placement to the search that it was for."""

from domain.shared.messages import Command
from domain.shared.vocabulary import OfferId, ReferralId, Subject


class JoinSearch(Command):
    """Say which search a placement came of, under which offer and in which lot."""

    referral_id: ReferralId
    offer_id: OfferId
    lot: str | None
    max_nights: int | None
    ends_before_age: int | None = None
    by: Subject
