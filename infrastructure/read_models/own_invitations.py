"""What a provider's portal asks of the invitations' read model."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row as SqlRow
from sqlalchemy import select

from application.referral.invitation import OfferStatus, pack_is_open
from application.referral.ports import InvitedTo
from application.referral.queries import (
    Invited,
    InvitedWithPack,
    PublishedPack,
    QuestionInPortal,
    ReleasedToProvider,
    ShownOffer,
)
from domain.referral.chronology import ProviderStanding
from domain.referral.codes import InvitationId
from domain.referral.field_matrix import PackStage
from domain.shared.envelope import FileId, GssCode
from domain.shared.personal import ERASED, Erased
from domain.shared.terms import Tier
from domain.shared.vocabulary import ProviderId, ReferralId
from infrastructure.read_models.base import Cabinet, Reading
from infrastructure.read_models.invitations import NAME
from infrastructure.read_models.invited_sealed import (
    OFFER,
    PACK,
    QUESTIONS,
    RELEASED,
    sealed_place,
)

KEPT = 4096
"""Of how many invitations a process remembers whose they are: that never changes."""


@dataclass(frozen=True)
class StoredInvitations:
    """`Invitations` for handlers, and `OwnInvitations` for the provider's portal."""

    reading: Reading
    cabinet: Cabinet
    remembered: dict[InvitationId, InvitedTo] = field(default_factory=dict)

    def led_to(self, invitation_id: InvitationId, provider_id: ProviderId) -> InvitedTo | None:
        known = self.remembered.get(invitation_id) or self._stored(invitation_id, provider_id)
        return known if known is not None and known.provider_id == provider_id else None

    def is_own(
        self, invitation_id: InvitationId, provider_id: ProviderId, authority: GssCode
    ) -> bool:
        known = self.led_to(invitation_id, provider_id)
        return known is not None and known.authority == authority

    def _stored(self, invitation_id: InvitationId, provider_id: ProviderId) -> InvitedTo | None:
        row = self._row(invitation_id, provider_id)
        if row is None:
            return None
        referral_id = ReferralId(UUID(row.stream.removeprefix("referral-")))
        found = InvitedTo(referral_id, provider_id, authority=row.authority)
        if len(self.remembered) >= KEPT:
            self.remembered.clear()
        self.remembered[invitation_id] = found
        return found

    def page(
        self,
        provider_id: ProviderId,
        authority: GssCode,
        now: datetime,
        *,
        after: InvitationId | None,
        limit: int,
    ) -> Sequence[Invited]:
        with self.reading(NAME) as (connection, (table,)):
            question = (
                select(table)
                .where(table.c.provider_id == str(provider_id), table.c.authority == authority)
                .order_by(table.c.invitation_id.desc())
                .limit(limit)
            )
            if after is not None:
                question = question.where(table.c.invitation_id < str(after))
            found = connection.execute(question).all()
        return [Invited(**_listed(row, now)) for row in found]

    def find(
        self,
        invitation_id: InvitationId,
        provider_id: ProviderId,
        authority: GssCode,
        now: datetime,
    ) -> InvitedWithPack | None:
        row = self._row(invitation_id, provider_id)
        if row is None or row.authority != authority:
            return None
        listed = _listed(row, now)
        may_read = row.opened and row.pack_sha256 is not None and not listed["closed"]
        return InvitedWithPack(
            **listed,
            pack=self._pack(row) if may_read else None,
            pack_sha256=row.pack_sha256,
            to_delete=row.holds_pack and (listed["closed"] or row.must_delete),
            deletion_acknowledged_at=row.deleted_at,
            confidential_at=row.confidential_at,
            questions=() if listed["closed"] else self._questions(row),
            released=None if listed["closed"] else self._released(row, opened=may_read),
            offer=self._offer(row) if row.offer_status else None,
        )

    def _row(self, invitation_id: InvitationId, provider_id: ProviderId) -> SqlRow[Any] | None:
        with self.reading(NAME) as (connection, (table,)):
            return connection.execute(
                select(table).where(
                    table.c.invitation_id == str(invitation_id),
                    table.c.provider_id == str(provider_id),
                )
            ).one_or_none()

    def _pack(self, row: SqlRow[Any]) -> PublishedPack | Erased:
        text = self._opened(row.sealed_pack, row, "pack")
        return text if isinstance(text, Erased) else PACK.validate_json(text)

    def _offer(self, row: SqlRow[Any]) -> ShownOffer | Erased:
        text = self._opened(row.sealed_offer, row, "offer")
        return text if isinstance(text, Erased) else OFFER.validate_json(text)

    def _released(self, row: SqlRow[Any], *, opened: bool) -> ReleasedToProvider | Erased | None:
        """The minimum pack is read with the published one; information needs no pack (R-93)."""
        if row.sealed_released is None:
            return None
        text = self._opened(row.sealed_released, row, "released")
        if isinstance(text, Erased):
            return text
        told = RELEASED.validate_json(text)
        if opened:
            return told
        kept = tuple(each for each in told.packs if each.stage is not PackStage.EMERGENCY)
        beside = replace(told, packs=kept)
        return beside if beside.packs or beside.information or beside.unopened else None

    def _questions(self, row: SqlRow[Any]) -> tuple[QuestionInPortal, ...] | Erased:
        if row.sealed_questions is None:
            return ()
        text = self._opened(row.sealed_questions, row, "questions")
        return text if isinstance(text, Erased) else QUESTIONS.validate_json(text)

    def _opened(self, sealed: str | None, row: SqlRow[Any], what: str) -> str | Erased:
        if sealed is None:
            return ERASED
        place = sealed_place(what, row.invitation_id)
        return self.cabinet.open_text(sealed, FileId(row.file), place)


def _listed(row: SqlRow[Any], now: datetime) -> dict[str, Any]:
    return {
        "invitation_id": InvitationId(UUID(row.invitation_id)),
        "tier": Tier(row.tier),
        "invited_at": row.invited_at,
        "deadline": row.deadline,
        "standing": ProviderStanding(row.standing),
        "opened": row.opened,
        "closed": not pack_is_open(row.closes_at, now),
        "offer_status": OfferStatus(row.offer_status) if row.offer_status else None,
        "version": row.version,
    }
