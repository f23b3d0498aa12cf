"""What can happen to the agreement."""

from typing import ClassVar

from domain.placement.agreement import AgreementTerms, HalfHours, Party
from domain.placement.arrangement import FundingAuthorisation
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.money import Amount
from domain.shared.vocabulary import Subject


class AgreementDrafted(Event):
    """A version was drafted, or drafted again before it was issued; `warnings` are codes."""

    stored_as: ClassVar[str] = "placement.agreement_drafted.v1"

    version: int
    terms: AgreementTerms
    matrix_half_hours: HalfHours | None
    by: Subject
    warnings: tuple[str, ...] = ()


class AgreementIssued(Event):
    """Both sides were asked to sign; the price is funded by the authorisation named."""

    stored_as: ClassVar[str] = "placement.agreement_issued.v1"

    version: int
    weekly: Amount
    funding: FundingAuthorisation


class AgreementSigned(Event):
    """One side signed."""

    stored_as: ClassVar[str] = "placement.agreement_signed.v1"

    version: int
    party: Party
    signatory: Subject
    on: When

    def effective(self) -> When:
        return self.on


class AgreementInForce(Event):
    """Both sides have signed."""

    stored_as: ClassVar[str] = "placement.agreement_in_force.v1"

    version: int
    on: When

    def effective(self) -> When:
        return self.on


AgreementEvent = AgreementDrafted | AgreementIssued | AgreementSigned | AgreementInForce
