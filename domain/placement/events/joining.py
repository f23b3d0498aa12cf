"""A placement that came from no search is joined to the one that it was for."""

from typing import ClassVar

from domain.shared.messages import Event
from domain.shared.vocabulary import OfferId, ReferralId, Subject


class JoinedToSearch(Event):
    """The search was for this home: its money, lot and agreement go by that search (R-105).

    `max_nights` are all that the lot allows, where it allows only so many (C-NIGHTS-7), and
    `ends_before_age` the birthday before which a placement in it has to be over (R-02).
    """

    stored_as: ClassVar[str] = "placement.joined_to_search.v1"

    referral_id: ReferralId
    offer_id: OfferId
    lot: str | None
    max_nights: int | None
    ends_before_age: int | None = None
    by: Subject
