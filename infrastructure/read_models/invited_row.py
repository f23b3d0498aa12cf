"""The row of an invitation: whose it is, how it stands, its words, and what the provider holds."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Boolean, Column, Integer, Text

from application.referral.invitation import OwnInvitation
from domain.shared.envelope import Recorded
from infrastructure.columns import Instant
from infrastructure.read_models.base import Desk
from infrastructure.read_models.invited_sealed import sealed_words


def columns() -> Sequence[Column[Any]]:
    return [*_whose_columns(), *_course_columns(), *_sealed_columns(), *_held_columns()]


def row_of(desk: Desk, recorded: Recorded[Any], own: OwnInvitation) -> Mapping[str, Any]:
    return {
        **_whose(desk, recorded, own),
        **_course(own),
        **sealed_words(desk, recorded, own),
        **_held(own),
    }


def _whose_columns() -> Sequence[Column[Any]]:
    return [
        Column("invitation_id", Text, primary_key=True),
        Column("stream", Text, nullable=False),
        Column("authority", Text, nullable=False),
        Column("provider_id", Text, nullable=False),
        Column("file", Text, nullable=False),
    ]


def _whose(desk: Desk, recorded: Recorded[Any], own: OwnInvitation) -> Mapping[str, Any]:
    return {
        "invitation_id": str(own.invited.invitation_id),
        "stream": recorded.stream,
        # Of the authority whose child it is, whoever answers.
        "authority": desk.history(recorded).events[0].actor.authority,
        "provider_id": str(own.invited.provider_id),
        "file": recorded.file,
    }


def _course_columns() -> Sequence[Column[Any]]:
    return [
        Column("tier", Text, nullable=False),
        Column("invited_at", Instant, nullable=False),
        Column("deadline", Instant, nullable=False),
        Column("standing", Text, nullable=False),
        Column("opened", Boolean, nullable=False),
        Column("over_at", Instant),
        Column("closes_at", Instant),
        Column("offer_status", Text),
        Column("version", Integer, nullable=False),
    ]


def _course(own: OwnInvitation) -> Mapping[str, Any]:
    """How it was asked, and how it stands."""
    return {
        "tier": own.invited.tier,
        "invited_at": own.invited.invited_at,
        "deadline": own.invited.deadline,
        "standing": own.standing,
        "opened": own.opened,
        "over_at": own.over_at,
        "closes_at": own.closes_at,
        "offer_status": own.offer and own.offer.status,
        "version": own.version,
    }


def _sealed_columns() -> Sequence[Column[Any]]:
    return [Column(f"sealed_{what}", Text) for what in ("pack", "offer", "questions", "released")]


def _held_columns() -> Sequence[Column[Any]]:
    return [
        Column("pack_sha256", Text),
        Column("holds_pack", Boolean, nullable=False),
        Column("must_delete", Boolean, nullable=False),
        Column("deleted_at", Instant),
        Column("confidential_at", Instant),
    ]


def _held(own: OwnInvitation) -> Mapping[str, Any]:
    """What the provider still has of the child's, and what binds it."""
    return {
        "pack_sha256": own.sha256,
        "holds_pack": own.holds_pack,
        "must_delete": own.must_delete or own.holds_former,
        "deleted_at": own.deleted_at,
        "confidential_at": own.confidential_at,
    }
