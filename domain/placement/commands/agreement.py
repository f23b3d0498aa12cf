"""What can be asked about the agreement (docs/domain/02, 2.5)."""

from pydantic import Field

from domain.placement.agreement import HalfHours, Outcome, Party
from domain.placement.arrangement import FundingAuthorisation
from domain.shared.framework import UsualMonths
from domain.shared.messages import Command, Value
from domain.shared.moments import When
from domain.shared.money import PriceLine, Share
from domain.shared.terms import LotTerms
from domain.shared.vocabulary import ContractId, Subject


class RestsOn(Value):
    """What a search came to before: the price that was authorised, the contract published under.

    What is none was never said, as of a placement that came from no search.
    """

    lines: tuple[PriceLine, ...] | None = None
    contract_id: ContractId | None = None
    contract_version: int | None = None


class DraftAgreement(Command):
    """Draft the agreement under one contract version, or draft it again.

    `lot` is as that version has it, and empty for a contract without lots;
    `matrix_half_hours` are what the child's current matrix gives, `usual_months` how long the
    contract's placements usually are. `bespoke_24_7` is whether somebody approved more hours
    than the lot carries (4-085).
    """

    contract_id: ContractId
    contract_version: int = Field(ge=1)
    lot: LotTerms | None = None
    lines: tuple[PriceLine, ...] = Field(min_length=1)
    half_hours: HalfHours = 0
    outcomes: tuple[Outcome, ...] = ()
    shares: tuple[Share, ...] = ()
    matrix_half_hours: HalfHours | None = None
    usual_months: UsualMonths | None = None
    bespoke_24_7: bool = False
    rests_on: RestsOn | None = None
    emergency: bool = False
    by: Subject


class IssueAgreement(Command):
    """Send the draft out to be signed, on the strength of the funding authorised."""

    authorised: FundingAuthorisation | None


class SignAgreement(Command):
    party: Party
    signatory: Subject
    on: When


AgreementCommand = DraftAgreement | IssueAgreement | SignAgreement
