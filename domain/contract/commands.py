"""What can be asked of a contract."""

from domain.shared.messages import Command
from domain.shared.terms import ContractTerms
from domain.shared.vocabulary import Subject


class PublishContractVersion(Command):
    """Put the next version on record, with the document it comes from and who approved it."""

    terms: ContractTerms
    source: str
    approved_by: Subject | None


ContractCommand = PublishContractVersion
