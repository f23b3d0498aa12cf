"""The words of an invitation as its row holds them: sealed under the key of the child's file."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from application.referral.invitation import OwnInvitation
from application.referral.queries import (
    PublishedPack,
    QuestionInPortal,
    ReleasedToProvider,
    ShownOffer,
)
from domain.shared.envelope import Recorded
from infrastructure.read_models.base import Desk
from infrastructure.read_models.invited_shown import shown_offer, shown_pack
from infrastructure.read_models.invited_told import told_beside_pack, told_in_answers

PACK, OFFER = TypeAdapter(PublishedPack), TypeAdapter(ShownOffer)
RELEASED = TypeAdapter(ReleasedToProvider)
QUESTIONS = TypeAdapter(tuple[QuestionInPortal, ...])


def sealed_words(desk: Desk, recorded: Recorded[Any], own: OwnInvitation) -> Mapping[str, Any]:
    """Its sealed columns; none in each of which there is nothing to show."""
    words: Mapping[str, tuple[TypeAdapter[Any], Any]] = {
        "pack": (PACK, shown_pack(own)),
        "offer": (OFFER, shown_offer(own)),
        "questions": (QUESTIONS, told_in_answers(own)),
        "released": (RELEASED, told_beside_pack(own)),
    }
    key = str(own.invited.invitation_id)
    return {
        f"sealed_{what}": said and _sealed(desk, recorded, what, key, kind.dump_json(said))
        for what, (kind, said) in words.items()
    }


def sealed_place(what: str, key: str) -> str:
    """Where such words belong: sealed for one place, they open in no other."""
    return f"invitations:{what}:{key}"


def _sealed(desk: Desk, recorded: Recorded[Any], what: str, key: str, shown: bytes) -> str:
    return desk.cabinet.seal_text(shown.decode(), recorded.file, sealed_place(what, key))
