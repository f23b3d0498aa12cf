"""Who and what is around the child: relatives, addresses, schools, numbers."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from domain.case.commands import EndConnection, RecordConnection
from domain.case.connections import Connection, ConnectionId, ConnectionKind
from domain.shared.vocabulary import Subject
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Moment
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, ShortText

router = APIRouter(prefix="/cases/{case_id}", tags=["cases"], responses=declared(404, 409))


class NewConnection(Body):
    """`value` is a name; of an address its house and street, without the town.

    `relation` is what it is to the child: `mother`, `own_home`, `college`.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "kind": "school",
                "relation": "college",
                "value": "Larkspur Sixth Form",
                "since": "2025-09-01",
            }
        }
    )

    kind: ConnectionKind
    relation: str = Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")
    value: ShortText
    postcode: str | None = Field(default=None, pattern=r"^[A-Za-z0-9][A-Za-z0-9 ]{0,9}$")
    confidential: bool = False
    since: Moment


class ConnectionEnd(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {"connection_id": examples.CONNECTION, "on": "2026-03-02"},
        }
    )

    connection_id: UUID
    on: Moment


@router.post("/connections", status_code=201)
def record_connection(
    case_id: UUID,
    new: NewConnection,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_CONNECTION),
) -> CommandAnswer:
    """Put a relative, an address, a school or a number on record. No pack may hold it unnoticed."""
    connection_id = ConnectionId(caller.service.ids.new())
    told = Connection(connection_id=connection_id, **dict(new))
    command = RecordConnection(connection=told, by=Subject(caller.principal.subject))
    ids = {"connection_id": str(connection_id)}
    receipt = caller.service.cases.do(caller.occasion, case_id, command, ids=ids)
    return carried_out(caller.service, receipt, response)


@router.post("/connection-ends", status_code=201)
def end_connection(
    case_id: UUID,
    end: ConnectionEnd,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_CONNECTION),
) -> CommandAnswer:
    """Say that it is the child's no longer. It is kept out of packs all the same."""
    by = Subject(caller.principal.subject)
    command = EndConnection(connection_id=ConnectionId(end.connection_id), on=end.on, by=by)
    receipt = caller.service.cases.do(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)
