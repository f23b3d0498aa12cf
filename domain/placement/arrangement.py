"""What a placement is: one child, one setting, one arrangement; and who pays for it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import Field

from domain.shared.messages import Value
from domain.shared.money import Amount
from domain.shared.vocabulary import (
    CaseId,
    Locality,
    OfferId,
    PlacementId,
    ProviderId,
    Provision,
    ReferralId,
    SettingId,
)


class Arrangement(Value):
    """Which child goes where, and what for.

    `provider_id` is empty in the council's own homes and foster households, which need no
    agreement. `lot` is the code of the contract's lot; `planned_end` the day on which the
    placement is expected to end; `distance_tenths` the way from home in tenths of a mile.
    """

    placement_id: PlacementId
    case_id: CaseId
    referral_id: ReferralId | None = None
    offer_id: OfferId | None = None
    setting_id: SettingId
    provider_id: ProviderId | None = None
    provision: Provision
    lot: str | None = None
    planned_end: date | None = None
    distance_tenths: int | None = Field(default=None, ge=0)
    locality: Locality = Locality.NOT_KNOWN

    @property
    def bought(self) -> bool:
        """Whether an outside provider is paid for it, under an agreement."""
        return self.provider_id is not None


def particulars_of(arrangement: Arrangement) -> Mapping[str, Any]:
    """The fields of an arrangement, to put into an event that names them all."""
    return {name: getattr(arrangement, name) for name in Arrangement.model_fields}


class FundingAuthorisation(Value):
    """What an authoriser agreed to pay: so much a week, from a day until, and without, a day."""

    weekly: Amount
    since: date
    until: date | None = None

    def covers(self, weekly: int, since: date, until: date | None) -> bool:
        """Whether it carries this price for all of this time; no `until` is for ever."""
        long_enough = self.until is None or (until is not None and until <= self.until)
        return weekly <= self.weekly and self.since <= since and long_enough
