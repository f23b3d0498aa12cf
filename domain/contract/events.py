"""What can happen to a contract."""

from typing import ClassVar

from domain.shared.messages import Event
from domain.shared.terms import ContractTerms
from domain.shared.vocabulary import Subject


class ContractVersionPublished(Event):
    """A version is on record, in force from the date in its terms, which may be to come."""

    stored_as: ClassVar[str] = "contract.version_published.v1"

    terms: ContractTerms
    source: str
    approved_by: Subject


ContractEvent = ContractVersionPublished
