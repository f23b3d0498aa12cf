"""The individual placement agreement (IPA): what was agreed for this child, at what price.

It is drafted, issued once funding covers it, and in force when both sides have signed.
Contents: docs/domain/07, 7.6.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from domain.shared.messages import Value
from domain.shared.money import PriceLine, Share, weekly_total
from domain.shared.personal import Sealed
from domain.shared.terms import ContractTerms
from domain.shared.vocabulary import ContractId, Pence, Subject

HalfHours = Annotated[int, Field(ge=0, le=336)]
"""Half hours of support a week, so that 50 means 25 hours; a week has 336 (R-12)."""


class Party(StrEnum):
    """The two sides that sign."""

    COUNCIL = "council"
    PROVIDER = "provider"


class Outcome(Value):
    """What the placement is to achieve: the framework's code, where the child starts, the measure.

    The frameworks are data (R-33); `measure` is the code of how progress is told.
    """

    code: str
    baseline: Sealed[str]
    measure: str


class AgreementTerms(Value):
    """One version of an agreement, complete: any past day's cost can be told from it alone.

    `services` are codes of what is given and has no price of its own (0-006).
    """

    contract_id: ContractId
    contract_version: int = Field(ge=1)
    lot: str | None
    lines: tuple[PriceLine, ...]
    half_hours: HalfHours
    outcomes: tuple[Outcome, ...] = ()
    shares: tuple[Share, ...] = ()
    services: tuple[str, ...] = ()

    @property
    def weekly(self) -> Pence:
        return weekly_total(self.lines)

    def are_under(self, contract: ContractTerms) -> bool:
        """Whether this is the contract version that the agreement was made under."""
        ours = (self.contract_id, self.contract_version)
        return ours == (contract.contract_id, contract.version)


@dataclass(frozen=True)
class Drafted:
    terms: AgreementTerms


@dataclass(frozen=True)
class Issued:
    """Sent to both sides, and signed by those named."""

    terms: AgreementTerms
    signed: Mapping[Party, Subject]


@dataclass(frozen=True)
class InForce:
    terms: AgreementTerms


Agreement = Drafted | Issued | InForce
