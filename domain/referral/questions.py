"""Questions that invited providers ask, and what is remembered of them."""

from dataclasses import dataclass
from enum import StrEnum

from domain.shared.vocabulary import ProviderId


class ContactOutcome(StrEnum):
    """What came of telephoning a provider."""

    SPOKE = "spoke"
    LEFT_MESSAGE = "left_message"
    NO_ANSWER = "no_answer"


@dataclass(frozen=True)
class Question:
    """Who asked, and whether it has been answered; `shown_to` are all who can read the answer."""

    provider_id: ProviderId
    answered: bool = False
    shown_to: tuple[ProviderId, ...] = ()
