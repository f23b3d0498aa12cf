"""What can be asked about a variation of the agreement (docs/domain/02, 2.5)."""

from datetime import date

from pydantic import Field

from domain.placement.agreement import Outcome, Party
from domain.placement.varying import Asker, Change, MatrixSeen
from domain.shared.limits import WithinLimit
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.money import Amount, PriceLine, Share
from domain.shared.terms import LotTerms
from domain.shared.vocabulary import Subject


class Limits(Command):
    """What the hours are held against: the lot of the agreement, and the child's matrix."""

    lot: LotTerms | None = None
    matrix: MatrixSeen | None = None


class RequestVariation(Limits):
    change: Change
    asker: Asker
    reason: str
    born_on: date
    by: Subject


class CostVariation(Limits):
    """Say what it would cost. What is left out stays as it is; the price and shares never are.

    `shares_before` are who pays now, where the agreement does not say it itself.
    """

    variation: int
    lines: tuple[PriceLine, ...] = Field(min_length=1)
    shares: tuple[Share, ...] = Field(min_length=1)
    outcomes: tuple[Outcome, ...] | None = None
    services: tuple[str, ...] | None = None
    shares_before: tuple[Share, ...] = ()
    today: date
    by: Subject


class AuthoriseVariation(WithinLimit):
    """Authorise what was costed. `may_spend` is whether the role authorises money at all.

    `reduces` is whether the contract leaves what costs no more to brokers (A).
    """

    variation: int
    may_spend: bool
    reduces: bool = True
    retrospective_reason: str | None = None
    shares_before: tuple[Share, ...] = ()
    today: date


class AgreeVariation(Command):
    """Agree for one side, to the costing that is named and the weekly price it comes to."""

    variation: int
    costing: int
    weekly: Amount
    party: Party
    signatory: Subject
    on: When
    today: date


class RefuseVariation(Command):
    variation: int
    party: Party
    reason: str
    by: Subject


class WithdrawVariation(Command):
    """Take a request back. It is the asking side's alone."""

    variation: int
    party: Party
    reason: str
    by: Subject


VariationCommand = (
    RequestVariation
    | CostVariation
    | AuthoriseVariation
    | AgreeVariation
    | RefuseVariation
    | WithdrawVariation
)
