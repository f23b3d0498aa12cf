"""Variations: what is asked to be otherwise in an agreement, by whom, and how far it has come."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.placement.agreement import AgreementTerms, HalfHours, Party
from domain.shared.messages import Value
from domain.shared.vocabulary import Pence, Subject


class VariationKind(StrEnum):
    """What is to be otherwise (docs/domain/02, 2.5; seed rows 4-103 and 4-105)."""

    EXTEND = "extend"
    REDUCE = "reduce"
    HOURS = "hours"
    PRICE = "price"
    SETTING = "setting"
    SERVICES = "services"
    BLOCK = "block"


class Asker(StrEnum):
    """For whom it is asked: a caseworker asks on the young person's behalf."""

    COUNCIL = "council"
    PROVIDER = "provider"
    YOUNG_PERSON = "young_person"

    @property
    def party(self) -> Party:
        return Party.PROVIDER if self is Asker.PROVIDER else Party.COUNCIL


class Change(Value):
    """What is asked for, from which day on.

    `half_hours` a week where the hours change; `ends_on` where the agreement is to end on
    another day. What it costs is not the asker's to say.
    """

    kind: VariationKind
    effective_on: date
    half_hours: HalfHours | None = None
    ends_on: date | None = None


class MatrixSeen(Value):
    """The child's matrix on the day of effect: what it gives, since when, and if beyond 25."""

    half_hours: HalfHours
    since: date
    bespoke_24_7: bool = False


class Weight(StrEnum):
    """Why a variation is not a broker's to authorise (2.5)."""

    COST_RISES = "cost_rises"
    SHARES_CHANGE = "shares_change"
    RUNS_LONGER = "runs_longer"
    RETROSPECTIVE = "retrospective"
    BESPOKE_HOURS = "bespoke_hours"


class VariationStanding(StrEnum):
    REQUESTED = "requested"
    COSTED = "costed"
    AUTHORISED = "authorised"
    AGREED = "agreed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


OPEN = frozenset(
    {VariationStanding.REQUESTED, VariationStanding.COSTED, VariationStanding.AUTHORISED}
)
"""What may still become a version, or come to nothing."""


class CostedChange(Value):
    """A variation in figures: the whole agreement as it would be, and until when.

    `against` are the terms that it was reckoned from.
    """

    terms: AgreementTerms
    planned_end: date | None
    against: AgreementTerms
    planned_end_against: date | None


@dataclass(frozen=True, kw_only=True)
class Variation:
    """One variation, the n-th of its placement, as it stands.

    `costing` counts how often what it comes to was worked out: also anew, once what it rests on
    was varied. `authorised` is the highest weekly price that was authorised for it,
    `retrospective` whether for a day that was past. `agreed` are who agreed to it for which side.
    """

    number: int
    change: Change
    asker: Asker
    requested_by: Subject
    standing: VariationStanding = VariationStanding.REQUESTED
    costed: CostedChange | None = None
    costed_by: Subject | None = None
    costing: int = 0
    authorised: Pence | None = None
    retrospective: bool = False
    agreed: Mapping[Party, Subject] = field(default_factory=dict)

    @property
    def is_open(self) -> bool:
        return self.standing in OPEN
