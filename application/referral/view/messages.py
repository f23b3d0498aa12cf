"""Which links a provider was sent about its invitation, and whether they came.

They stand beside the telephone calls of the same invitation (R-29). Pure.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.referral.codes import InvitationId
from domain.shared.moments import london_day
from domain.telling.chronology import ToldOf
from domain.telling.state import Fate
from domain.telling.vocabulary import About, NotToldBecause, Via


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMessage:
    """A link that was sent to the provider, or is to be: `ended_at` says since when that is over.

    That it was delivered says that whoever carries it took it, and not that anybody read it.
    """

    about: About
    fate: Fate
    asked_at: datetime
    ended_at: datetime | None
    via: Via | None
    attempts: int | None
    why_not: NotToldBecause | None


def messages_about(
    invitation_id: InvitationId, sent: Sequence[ToldOf], day: date
) -> Sequence[ShownMessage]:
    """Those about one invitation that had been asked for by the end of a day."""
    return [
        _shown(each)
        for each in sent
        if each.invitation_id == invitation_id and london_day(each.asked_at) <= day
    ]


def _shown(message: ToldOf) -> ShownMessage:
    return ShownMessage(
        about=message.about,
        fate=message.fate,
        asked_at=message.asked_at,
        ended_at=message.ended_at,
        via=message.via,
        attempts=message.attempts,
        why_not=message.why_not,
    )
