"""What is remembered of a provider's life: applications, what it has shown, how it leaves."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from domain.provider.events import (
    AssuranceRecorded,
    ContactsRecorded,
    LifeEvent,
    LotApplicationReceived,
    LotApplicationRefused,
    ProviderExiting,
    ProviderRemoved,
    SubcontractorDecided,
    SubcontractorRequested,
    SubcontractorUsed,
)
from domain.provider.vocabulary import AssuranceKind
from domain.shared.moments import within
from domain.shared.vocabulary import ContractId, Subject

Place = tuple[ContractId, str]
"""A lot of a contract."""


@dataclass(frozen=True, slots=True)
class Assurance:
    """Held from a day to the day before `until`."""

    from_: date
    until: date | None

    def covers(self, day: date) -> bool:
        return within(day, self.from_, self.until)


@dataclass(frozen=True, slots=True)
class Subcontractor:
    """Asked for by somebody; `approved` once decided."""

    asked_by: Subject
    approved: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """Open applications, the last assurance of each kind, sub-contractors by name, the exit."""

    applied: frozenset[Place] = frozenset()
    refused: frozenset[Place] = frozenset()
    assurances: Mapping[AssuranceKind, tuple[Assurance, ...]] = field(default_factory=dict)
    has_contacts: bool = False
    subcontractors: Mapping[str, Subcontractor] = field(default_factory=dict)
    leaves_after: date | None = None
    gone_on: date | None = None
    removed: bool = False

    def shows(self, kind: AssuranceKind, day: date) -> bool | None:
        """Whether an assurance of this kind holds that day; none where none was ever recorded."""
        held = self.assurances.get(kind, ())
        return any(each.covers(day) for each in held) if held else None

    def is_leaving(self) -> bool:
        return self.leaves_after is not None or self.gone_on is not None

    def is_gone(self, day: date) -> bool:
        """Whether it takes nobody on a day, because it has left or was removed by then."""
        left = self.leaves_after is not None and day > self.leaves_after
        return left or (self.gone_on is not None and day >= self.gone_on)


def lived(life: Life, event: LifeEvent) -> Life:
    """Remember an event of a provider's life."""
    match event:
        case LotApplicationReceived(contract_id=contract_id, lot=lot):
            place = frozenset({(contract_id, lot)})
            return replace(life, applied=life.applied | place, refused=life.refused - place)
        case LotApplicationRefused(contract_id=contract_id, lot=lot):
            place = frozenset({(contract_id, lot)})
            return replace(life, applied=life.applied - place, refused=life.refused | place)
        case AssuranceRecorded(kind=kind, from_=from_, until=until):
            held = (*life.assurances.get(kind, ()), Assurance(from_, until))
            return replace(life, assurances={**life.assurances, kind: held})
        case ContactsRecorded():
            return replace(life, has_contacts=True)
        case SubcontractorRequested(name=name, by=by):
            return _with(life, name, Subcontractor(by))
        case SubcontractorDecided(name=name, approved=approved):
            return _with(life, name, replace(life.subcontractors[name], approved=approved))
        case SubcontractorUsed():
            return life
        case ProviderExiting(last_day=last_day):
            return replace(life, leaves_after=last_day)
        case ProviderRemoved(on=on):
            return replace(life, gone_on=on, removed=True)


def _with(life: Life, name: str, subcontractor: Subcontractor) -> Life:
    return replace(life, subcontractors={**life.subcontractors, name: subcontractor})
