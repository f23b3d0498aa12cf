"""The words of telling somebody."""

from enum import StrEnum
from typing import NewType
from uuid import UUID

from domain.shared.messages import Value
from domain.shared.vocabulary import ProviderId

MessageId = NewType("MessageId", UUID)
"""The reference of a message: the same however often it is sent."""


class About(StrEnum):
    """What waits behind the link (R-29)."""

    INVITED = "invited"
    WINDOW_CHANGED = "window_changed"
    PACK_CHANGED = "pack_changed"
    PACK_WITHDRAWN = "pack_withdrawn"
    PACK_RELEASED = "pack_released"
    QUESTION_ANSWERED = "question_answered"
    OFFER_DISCUSSED = "offer_discussed"
    OFFER_ENTERED = "offer_entered"
    OUTCOME = "outcome"


class Via(StrEnum):
    """How it went out. `log` is a line in the service's own log, where nothing else is set up."""

    LOG = "log"
    EMAIL = "email"


class NotToldBecause(StrEnum):
    """Why a message did not arrive, as far as whoever sends it can tell."""

    REFUSED = "refused"
    NOT_REACHED = "not_reached"
    NO_ADDRESS = "no_address"
    SUSPENDED = "suspended"


class Addressed(Value):
    """One message to one provider, about its own invitation."""

    message_id: MessageId
    provider_id: ProviderId
    invitation_id: UUID
