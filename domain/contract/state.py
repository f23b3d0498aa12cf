"""What a contract must remember: every version that was ever published."""

from dataclasses import dataclass
from datetime import date

from domain.contract.events import ContractEvent, ContractVersionPublished
from domain.shared.errors import CorruptHistory
from domain.shared.terms import ContractTerms


@dataclass(frozen=True)
class NotPublished:
    """No version is on record."""


@dataclass(frozen=True)
class Published:
    """The versions in order: number one first."""

    versions: tuple[ContractTerms, ...]


Contract = NotPublished | Published


def evolve(contract: Contract, event: ContractEvent) -> Contract:
    """Remember an event. What happened is not argued with: no rule is checked here."""
    match contract, event:
        case NotPublished(), ContractVersionPublished(terms=terms):
            return Published((terms,))
        case Published(versions=versions), ContractVersionPublished(terms=terms):
            return Published((*versions, terms))
        case _:
            raise CorruptHistory(contract, event)


def versions_of(contract: Contract) -> tuple[ContractTerms, ...]:
    return contract.versions if isinstance(contract, Published) else ()


def terms_in_force(contract: Contract, day: date) -> ContractTerms | None:
    """The terms for a placement agreed on a day; none before the first version."""
    begun = [terms for terms in versions_of(contract) if terms.in_force_from <= day]
    return begun[-1] if begun else None


def terms_of_version(contract: Contract, number: int) -> ContractTerms | None:
    """The terms that an agreement names by its version's number."""
    return next((terms for terms in versions_of(contract) if terms.version == number), None)
