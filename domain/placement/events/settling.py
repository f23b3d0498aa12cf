"""What can happen to the money once the child has left (6-17, C-FINALACC)."""

from datetime import date
from typing import ClassVar

from domain.placement.settling import PayUntilBasis
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.money import Sum
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Subject


class PayUntilSet(Event):
    """It is paid up to and with this day, whatever notice said. The end stays where it was.

    The day may lie ahead, so it is no business time.
    """

    stored_as: ClassVar[str] = "placement.pay_until_set.v1"

    until: date
    basis: PayUntilBasis
    reason: Sealed[str]
    provider_agreed: Sealed[str | None]
    approved_by: Subject
    by: Subject


class FinalAccountAgreed(Event):
    """Both agreed what the whole placement came to. A later account takes its place.

    `reckoned` is what the record came to then; where it is another sum, `reason` says why.
    """

    stored_as: ClassVar[str] = "placement.final_account_agreed.v1"

    on: When
    agreed: Sum
    reckoned: Sum
    reason: Sealed[str | None]
    provider_agreed: Sealed[str]
    by: Subject

    def effective(self) -> When:
        return self.on


SettlingEvent = PayUntilSet | FinalAccountAgreed
