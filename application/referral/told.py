"""A referral's events as far as a question looks at them."""

from collections.abc import Sequence
from typing import TypeVar

from domain.referral.events import ReferralEvent
from domain.shared.envelope import Recorded
from domain.shared.messages import Event

Told = Sequence[Recorded[ReferralEvent]]
E = TypeVar("E", bound=Event)


def last(told: Told, kind: type[E]) -> Recorded[E] | None:
    """The newest event of a kind."""
    found = [each for each in told if isinstance(each.event, kind)]
    return found[-1] if found else None  # type: ignore[return-value]  # narrowed by its kind
