"""What an act did to the invitation. Nobody else's answer, nor the search itself, shows through."""

from typing import Literal
from uuid import UUID

from fastapi import Response
from pydantic import BaseModel, ConfigDict

from application.shared.ports import Receipt
from interface.http import examples
from interface.http.dependencies import Commanding
from interface.http.invitations.own import organisation_of, own


class ProviderAnswer(BaseModel):
    """What the act did to this invitation; `version` counts what happened to it alone."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "invitation_id": examples.INVITATION,
                "version": 3,
                "ids": {"offer_id": examples.OFFER},
                "caused": ["referral.offer_submitted.v1"],
                "read_models": "current",
            }
        }
    )

    invitation_id: UUID
    version: int
    ids: dict[str, str]
    caused: list[str]
    read_models: Literal["current", "behind"] = "current"


def answered(
    caller: Commanding, invitation_id: UUID, receipt: Receipt, response: Response
) -> ProviderAnswer:
    standing = caller.service.read_models.wait_for(receipt.position) if receipt.position else None
    version = (
        caller.service.search.views.version_of_invitation(receipt, organisation_of(caller))
        or own(caller, invitation_id).version
    )
    response.headers["ETag"] = f'"{version}"'
    return ProviderAnswer(
        invitation_id=invitation_id,
        version=version,
        ids=dict(receipt.ids),
        caused=list(receipt.caused),
        read_models="behind" if standing and standing.behind else "current",
    )
