"""Decisions that a person takes within their own limit of money."""

from domain.shared.errors import NotPermitted
from domain.shared.messages import Command
from domain.shared.money import Amount
from domain.shared.vocabulary import Pence, Subject


class WithinLimit(Command):
    """What an authoriser decides. `limit` is pence a week; none is an authority without a ceiling.

    `would_do` are the roles whose own limit is high enough.
    """

    by: Subject
    limit: Amount | None
    would_do: tuple[str, ...] = ()


def require_within_limit(weekly: Pence, command: WithinLimit) -> None:
    """Refuse what is above the authoriser's own weekly limit, and say whose is enough (2.2)."""
    limit = command.limit
    if limit is not None and weekly > limit:
        whose = ", ".join(command.would_do) or "nobody"
        raise NotPermitted(
            f"This is {weekly} pence a week and your limit is {limit}; enough for: {whose}.",
            weekly=weekly,
            limit=limit,
            would_do=list(command.would_do),
        )
