"""What can be asked about the money once the child has left (6-17, C-FINALACC)."""

from datetime import date

from domain.placement.settling import PayUntilBasis
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.money import Sum
from domain.shared.vocabulary import Subject


class SetPayUntil(Command):
    """Say up to which day it is paid. Without the provider only where the bed was let again."""

    until: date
    basis: PayUntilBasis
    reason: str
    provider_agreed: str | None
    approved_by: Subject
    by: Subject


class AgreeFinalAccount(Command):
    """Record what both agreed the placement came to; `reckoned` is what the record comes to."""

    on: When
    agreed: Sum
    reckoned: Sum
    reason: str | None
    provider_agreed: str
    by: Subject


SettlingCommand = SetPayUntil | AgreeFinalAccount
