"""Money that is paid is shared otherwise: a leaving put right, another split from a day on."""

from datetime import date
from typing import ClassVar

from domain.referral.codes import Code
from domain.shared.messages import Event
from domain.shared.money import Funder, Share
from domain.shared.personal import Sealed
from domain.shared.vocabulary import OfferId, Subject


class WithdrawalCorrected(Event):
    """A funder left on another day than was recorded or, without `now`, never did (6-73, 6-05).

    `shares` is the whole split from now on, dated.
    """

    stored_as: ClassVar[str] = "referral.funding_withdrawal_corrected.v1"

    offer_id: OfferId
    funder: Funder
    was: date
    now: date | None
    reason: Sealed[str]
    approved_by: Subject
    shares: tuple[Share, ...]
    by: Subject


class SplitRequested(Event):
    """Other shares of the price were put, from a day on; nothing changes yet."""

    stored_as: ClassVar[str] = "referral.funding_split_requested.v1"

    offer_id: OfferId
    since: date
    shares: tuple[Share, ...]
    by: Subject


class SplitAuthorised(Event):
    """From a day on the price is shared otherwise. `shares` are those from that day."""

    stored_as: ClassVar[str] = "referral.funding_split_authorised.v1"

    offer_id: OfferId
    since: date
    shares: tuple[Share, ...]
    by: Subject


class SplitDeclined(Event):
    """The money stays shared as it is; another split may be put."""

    stored_as: ClassVar[str] = "referral.funding_split_declined.v1"

    offer_id: OfferId
    since: date
    reason: Code
    text: Sealed[str] | None
    by: Subject


ResharingEvent = WithdrawalCorrected | SplitRequested | SplitAuthorised | SplitDeclined
