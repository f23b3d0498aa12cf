"""What is shown of a service bought together: pence due and spent, by financial year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.shared.money import AgreementStanding, Funder, FundingHeading
from domain.shared.personal import Erased
from domain.shared.vocabulary import Pence, ProviderId, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedJointService:
    joint_service_id: UUID
    title: str
    since: date
    until: date
    standing: AgreementStanding


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownExtension:
    """A later end, who approved it, where that is kept, and on which day."""

    until: date
    approved_by: Subject
    reference: str | Erased
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownName:
    """What a funder is called from a day on."""

    since: date
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFunder:
    """A funder by the name of the day, with every name it has had."""

    funder: Funder
    name: str
    names: Sequence[ShownName]
    heading: FundingHeading
    lead: bool
    yearly_pence: Pence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCorrection:
    """A figure that was wrong, what it was put right to, and by whom."""

    was_pence: Pence
    now_pence: Pence
    reason: str | Erased
    approved_by: Subject
    by: Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class FunderYear:
    """What was due from a funder in a year, and what was spent as last told.

    `difference_pence` is spent less due; it is shown and never corrected away (R-38).
    """

    funder: Funder
    due_pence: Pence
    spent_pence: Pence | None
    estimated: bool
    told_on: date | None
    difference_pence: int | None
    corrections: Sequence[ShownCorrection]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownYear:
    """A financial year, and for how many months of it the service runs, to a hundredth."""

    year: str
    months: float
    due_pence: Pence
    funders: Sequence[FunderYear]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """A funder's years of which something was told, taken together."""

    funder: Funder
    due_pence: Pence
    spent_pence: Pence
    difference_pence: int


@dataclass(frozen=True, kw_only=True)
class JointServiceView:
    """A service bought together on one day.

    `due_pence` is what all contributions come to from first day to last; `told_total_pence`
    what the funders said that they would, and `difference_pence` the one less the other.
    """

    joint_service_id: UUID
    title: str
    provider_id: ProviderId | None
    since: date
    until: date
    extendable_until: date | None
    extensions: Sequence[ShownExtension]
    lead: Funder
    standing: AgreementStanding
    yearly_pence: Pence | None
    due_pence: Pence
    told_total_pence: Pence | None
    difference_pence: int | None
    funders: Sequence[ShownFunder]
    years: Sequence[ShownYear]
    reconciled: Sequence[Reconciled]
    version: int
    position: int
