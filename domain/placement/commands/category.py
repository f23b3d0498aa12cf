"""What can be asked about the category that a placement is bought in."""

from datetime import date

from domain.shared.messages import Command
from domain.shared.terms import ContractTerms
from domain.shared.vocabulary import Provision, Subject


class Recategorise(Command):
    """Go on in another lot of the contract, from a day on; the child stays where it is.

    `on_lot` says whether the home's provider is a member of that lot on that day.
    """

    terms: ContractTerms
    lot: str
    on: date
    born_on: date
    provision: Provision
    on_lot: bool
    by: Subject
