"""What was released and what a provider could read of it: evidence, exactly as it was."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Response

from application.access.actions import Action
from application.referral.packs_seen import SeenPack
from domain.shared.vocabulary import ProviderId
from interface.http.asking import Instant
from interface.http.dependencies import Caller, reading
from interface.http.problems import declared

router = APIRouter(
    prefix="/referrals/{referral_id}/packs", tags=["referrals"], responses=declared(404)
)

Digest = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")]


@router.get("")
def read_packs_seen(
    referral_id: UUID,
    provider_id: UUID,
    at: Instant,
    caller: Caller = reading(Action.READ_PACKS),
) -> Sequence[SeenPack]:
    """What one provider could read at an instant, with the digest worked out anew."""
    return caller.service.search.packs.seen(referral_id, ProviderId(provider_id), at)


@router.get(
    "/{sha256}",
    response_class=Response,
    responses={200: {"content": {"application/json": {}}}},
)
def read_pack(
    referral_id: UUID, sha256: Digest, caller: Caller = reading(Action.READ_PACKS)
) -> Response:
    """The bytes of a pack that was released, withdrawn ones too: their SHA-256 is the address."""
    pack = caller.service.search.packs.released(referral_id, sha256)
    return Response(content=pack.content.encode(), media_type="application/json")
