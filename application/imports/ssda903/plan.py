"""What a return would have us record: a plan for each child, made of plain frozen facts.

Whoever carries a plan out turns each fact into a command, on the channel `import`, and
reports what was refused with `ReturnPlan.refusing`, by the lines that the fact carries.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from application.imports.ssda903.findings import Line
from domain.shared.vocabulary import CaseId, LegalStatus, PlacementId, Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStatus:
    """The legal status from a day on. `code` is the national one, finer than ours."""

    on: date
    status: LegalStatus
    code: str
    row: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class CarePlanned:
    """One period of care.

    `began_earlier`: the return opens in the middle, so `started` is only the first day we
    know of. `ceased` is none while the child is looked after, and also where the last
    episode claims a successor that is not there; `ceased_code` (REC) is none where the
    return does not say how care ended.
    """

    started: date
    began_earlier: bool
    category_of_need: str | None
    statuses: tuple[PlannedStatus, ...]
    ceased: date | None
    ceased_code: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPlacement:
    """One stay in one home: the episodes that differ only in legal status are one.

    `began_earlier`: its first episode is a change of legal status, so the move in was before
    `started`, in an earlier return; look for a placement that holds one of `episode_keys`.
    `end_taken_from_next`: the return gives no end, but the child was elsewhere from that day.
    """

    placement_id: PlacementId
    episode_keys: tuple[UUID, ...]
    started: date
    began_earlier: bool
    ended: date | None
    end_taken_from_next: bool
    same_carer: bool
    provision: Provision
    place_code: str
    provider_code: str | None
    urn: str | None
    postcode: str | None = field(repr=False)
    home_postcode: str | None = field(repr=False)
    reason_place_change: str | None
    rec: str | None
    rows: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedReview:
    """A statutory review held. `participation` is PN0 to PN7, none where not known."""

    held_on: date
    participation: str | None
    row: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAbsence:
    """Missing (M), or away without authorisation (A); open where `until` is none."""

    kind: str
    since: date
    until: date | None
    row: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAsylum:
    """Unaccompanied and seeking asylum, until a day that may be yet to come."""

    until: date | None
    row: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildPlan:
    """One child. `upn` may be UN1 to UN5, which say why there is none."""

    case_id: CaseId
    child: str
    sex: str | None
    born_on: date = field(repr=False)
    ethnicity: str | None
    upn: str | None = field(repr=False)
    is_mother: bool | None
    child_born_on: date | None = field(repr=False)
    asylum: PlannedAsylum | None
    care: tuple[CarePlanned, ...]
    placements: tuple[PlannedPlacement, ...]
    reviews: tuple[PlannedReview, ...]
    missing: tuple[PlannedAbsence, ...]
    header: Line

    def rows(self) -> Iterator[Line]:
        """Every line that this plan rests on, each once."""
        yield self.header
        if self.asylum:
            yield self.asylum.row
        for placement in self.placements:
            yield from placement.rows
        yield from (review.row for review in self.reviews)
        yield from (absence.row for absence in self.missing)

    def looked_after_on(self, day: date) -> bool:
        """Whether the return, read with its openings in the middle, has the child in care."""
        return any(
            (period.started <= day or period.began_earlier)
            and (period.ceased is None or day <= period.ceased)
            for period in self.care
        )
