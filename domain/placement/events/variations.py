"""What can happen to a variation of the agreement (docs/domain/02, 2.5)."""

from datetime import date
from typing import ClassVar

from domain.placement.agreement import AgreementTerms, Party
from domain.placement.varying import Asker, Change, CostedChange, Weight
from domain.placement.versions import AgreedVersion
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.money import Amount
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Subject


class VariationRequested(Event):
    """Somebody asked for something to be otherwise. Nothing is, by that."""

    stored_as: ClassVar[str] = "placement.variation_requested.v1"

    variation: int
    change: Change
    asker: Asker
    reason: Sealed[str]
    by: Subject


class VariationCosted(Event):
    """What it would cost was worked out, line by line, and who would pay which part.

    `highest` is the highest weekly price that would follow, of this version and of those that
    are agreed for later days. `weighs` are the reasons for which it needs an authoriser.
    """

    stored_as: ClassVar[str] = "placement.variation_costed.v1"

    variation: int
    costed: CostedChange
    highest: Amount
    weighs: tuple[Weight, ...] = ()
    by: Subject


class VariationAuthorised(Event):
    """Somebody other than who asked and who reckoned it may spend this, up to `highest` a week.

    `weighs` as of the day it was authorised; one that takes effect on a day that was past by
    then says why.
    """

    stored_as: ClassVar[str] = "placement.variation_authorised.v1"

    variation: int
    highest: Amount
    weighs: tuple[Weight, ...]
    retrospective_reason: Sealed[str | None]
    by: Subject


class VariationAgreed(Event):
    """One side agreed."""

    stored_as: ClassVar[str] = "placement.variation_agreed.v1"

    variation: int
    party: Party
    signatory: Subject
    on: When

    def effective(self) -> When:
        return self.on


class AgreementVaried(Event):
    """Both sides agreed: a new version from a day on, with those after it re-based on it (6-75).

    Every version is complete. The day may lie ahead, so it is no business time.
    """

    stored_as: ClassVar[str] = "placement.agreement_varied.v1"

    variation: int
    version: int
    since: date
    terms: AgreementTerms
    planned_end: date | None
    rebased: tuple[AgreedVersion, ...] = ()

    @property
    def made(self) -> AgreedVersion:
        return AgreedVersion(
            number=self.version, since=self.since, terms=self.terms, planned_end=self.planned_end
        )


class VariationRefused(Event):
    """One side said no."""

    stored_as: ClassVar[str] = "placement.variation_refused.v1"

    variation: int
    party: Party
    reason: Sealed[str]
    by: Subject


class VariationWithdrawn(Event):
    """Who asked for it asks no more."""

    stored_as: ClassVar[str] = "placement.variation_withdrawn.v1"

    variation: int
    reason: Sealed[str]
    by: Subject


VariationEvent = (
    VariationRequested
    | VariationCosted
    | VariationAuthorised
    | VariationAgreed
    | AgreementVaried
    | VariationRefused
    | VariationWithdrawn
)
