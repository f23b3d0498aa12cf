"""Decisions that a person takes within their own limit."""

from domain.shared.messages import Command
from domain.shared.money import Amount
from domain.shared.vocabulary import Subject


class WithinLimit(Command):
    """What an authoriser decides. `limit` is pence a week; none is an authority without a ceiling.

    `would_do` are the roles whose own limit is high enough.
    """

    by: Subject
    limit: Amount | None
    would_do: tuple[str, ...] = ()
