"""What a variation is called by, whose side asks, and what each side is answered."""

from typing import Annotated
from uuid import UUID

from fastapi import Path, Response
from pydantic import BaseModel

from application.access.principal import PROVIDER_ROLES
from application.shared.ports import Receipt
from domain.placement.agreement import Party
from domain.placement.events import AgreementVaried
from interface.http.answers import carried_out
from interface.http.dependencies import Caller, Commanding

Number = Annotated[
    int, Path(ge=1, le=1000, description="Which variation: the first asked for is 1")
]


class VariationAnswer(BaseModel):
    """`varied` once both sides have agreed; `variation` is the number of one just asked for."""

    placement_id: UUID
    variation: int
    varied: bool


def party_of(caller: Caller) -> Party:
    provider = caller.principal.role in PROVIDER_ROLES
    return Party.PROVIDER if provider else Party.COUNCIL


def answered(
    caller: Commanding,
    placement_id: UUID,
    receipt: Receipt,
    response: Response,
    number: int | None = None,
) -> VariationAnswer:
    """How much has happened to the placement is not the provider's: it is given no ETag."""
    answer = carried_out(caller.service, receipt, response)
    if party_of(caller) is Party.PROVIDER:
        del response.headers["ETag"]
    return VariationAnswer(
        placement_id=placement_id,
        variation=number or int(receipt.ids["variation"]),
        varied=AgreementVaried.stored_as in answer.caused,
    )
