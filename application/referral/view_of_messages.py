"""The part of a referral's view that tells which providers were sent a link, and whether it came.

It stands beside the telephone calls of the same invitation (R-29). Pure.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from application.referral.shown import ShownInvitation, ShownMessage
from domain.shared.moments import london_day
from domain.telling.chronology import ToldOf


def with_messages(
    invitations: Sequence[ShownInvitation], sent: Sequence[ToldOf], day: date
) -> Sequence[ShownInvitation]:
    """Each invitation with the messages about it that had been asked for by the end of a day."""
    return [
        replace(each, messages=[_shown(m) for m in sent if _is_of(m, each, day)])
        for each in invitations
    ]


def _is_of(message: ToldOf, invitation: ShownInvitation, day: date) -> bool:
    known = london_day(message.asked_at) <= day
    return known and message.invitation_id == invitation.invitation_id


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
