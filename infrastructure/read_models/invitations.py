"""What an invited provider may read: its own invitations, built from an allow-list.

A row holds the published pack (docs/domain/05, 5.4, column Pub), the provider's own answer,
and after a decision its own reason. Nothing else is ever put in: no case, no identifier of
the child, nothing of another provider. Pack and offer are sealed under the key of the
child's file, and read as erased once it is destroyed.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Index, MetaData, Table

from application.referral.invitation import own_invitation
from application.referral.invitation.sorting import SORTED_OUT, SortedOut
from domain.referral.events.evaluation import ImpactRiskAssessed
from domain.shared.envelope import Recorded
from domain.shared.vocabulary import ProviderId
from infrastructure.read_models.base import Desk, ReadModel
from infrastructure.read_models.invited_row import columns, row_of

NAME = "invitations"


def define(metadata: MetaData, suffix: str) -> Sequence[Table]:
    name = NAME + suffix
    return [
        Table(
            name,
            metadata,
            *columns(),
            Index(f"{name}_stream", "stream"),
            Index(f"{name}_provider", "provider_id", "invitation_id"),
        )
    ]


def project(desk: Desk, recorded: Recorded[Any]) -> None:
    history = desk.history(recorded)
    known = history.in_order(SORTED_OUT)
    for provider_id in _touched(known, recorded):
        own = own_invitation(history.events, provider_id, known)
        if own is not None:
            row = row_of(desk, recorded, own)
            desk.sheet().replace([row], invitation_id=row["invitation_id"])


MODEL = ReadModel(NAME, 14, define, project, ("referral",))


def _touched(known: SortedOut, recorded: Recorded[Any]) -> Sequence[ProviderId]:
    """The providers whose invitations an event may change."""
    if isinstance(recorded.event, ImpactRiskAssessed):
        # It judges an offer that may have been decided upon, and names no provider.
        return list(known.each)
    return known.concerned()
