"""Every provider that was asked, what it was told, and how it stands. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from application.referral.invitation import OwnInvitation, own_invitation
from application.referral.told import Told
from application.referral.view.messages import ShownMessage, messages_about
from application.referral.view.text import Text
from domain.referral.chronology import ProviderStanding
from domain.referral.codes import (
    InvitationId,
)
from domain.referral.events.market import TelephoneContactRecorded
from domain.referral.events.search import ProviderInvited
from domain.referral.questions import ContactOutcome
from domain.shared.terms import Tier
from domain.shared.vocabulary import (
    ProviderId,
    Subject,
)
from domain.telling.chronology import ToldOf


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownContact:
    """A provider was telephoned."""

    at: datetime
    outcome: ContactOutcome
    note: Text | None
    by: Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownInvitation:
    """One provider asked, and how it stood. `opened` is whether it has opened the pack.

    `confidential_at` is since when it is bound by the confidentiality terms (R-100).
    """

    invitation_id: InvitationId
    provider_id: ProviderId
    tier: Tier
    invited_at: datetime
    deadline: datetime
    lot: str | None
    standing: ProviderStanding
    opened: bool
    holds_pack: bool
    deletion_acknowledged_at: datetime | None
    confidential_at: datetime | None
    contacts: Sequence[ShownContact] = ()
    messages: Sequence[ShownMessage] = ()


Owns = Mapping[ProviderId, OwnInvitation]


def own_invitations(told: Told) -> Owns:
    """Every provider's own invitation, as that provider sees it."""
    asked = [each.event.provider_id for each in told if isinstance(each.event, ProviderInvited)]
    found = ((provider_id, own_invitation(told, provider_id)) for provider_id in asked)
    return {provider_id: own for provider_id, own in found if own is not None}


def invitations(told: Told, owns: Owns) -> Sequence[ShownInvitation]:
    return [
        _invitation(told, owns[each.event.provider_id])
        for each in told
        if isinstance(each.event, ProviderInvited)
    ]


def with_messages(
    invitations: Sequence[ShownInvitation], sent: Sequence[ToldOf], day: date
) -> Sequence[ShownInvitation]:
    """Each invitation with the messages about it that had been asked for by the end of a day."""
    return [
        replace(each, messages=messages_about(each.invitation_id, sent, day))
        for each in invitations
    ]


def _invitation(told: Told, own: OwnInvitation) -> ShownInvitation:
    return ShownInvitation(
        **dict(own.invited),
        standing=own.standing,
        opened=own.opened,
        holds_pack=own.holds_pack,
        deletion_acknowledged_at=own.deleted_at,
        confidential_at=own.confidential_at,
        contacts=contacts(told, own.invited.provider_id),
    )


def contacts(told: Told, provider_id: ProviderId) -> Sequence[ShownContact]:
    return [
        ShownContact(
            at=each.event.at, outcome=each.event.outcome, note=each.event.note, by=each.event.by
        )
        for each in told
        if isinstance(each.event, TelephoneContactRecorded)
        and each.event.provider_id == provider_id
    ]
