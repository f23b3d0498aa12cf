"""What a command answers: what it caused, where, and whether it can be read already."""

from typing import Literal

from fastapi import Response
from pydantic import BaseModel, ConfigDict

from application.shared.ports import Receipt
from interface.service import Service


class CommandAnswer(BaseModel):
    """What was appended to the log. `read_models` says whether reading shows it yet."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "stream": "case-0198c0de-0000-7000-8000-000000000001",
                "version": 1,
                "position": 42,
                "ids": {"case_id": "0198c0de-0000-7000-8000-000000000001"},
                "caused": ["case.opened.v1"],
                "read_models": "current",
                "stopped": [],
            }
        }
    )

    stream: str
    version: int
    position: int | None
    ids: dict[str, str]
    caused: list[str]
    read_models: Literal["current", "behind"] = "current"
    stopped: list[str] = []


def carried_out(
    service: Service, receipt: Receipt, response: Response, location: str | None = None
) -> CommandAnswer:
    """Answer when the read models have passed the command; after two seconds all the same."""
    standing = service.read_models.wait_for(receipt.position) if receipt.position else None
    if receipt.version:
        response.headers["ETag"] = f'"{receipt.version}"'
    if location is not None:
        response.headers["Location"] = location
    return CommandAnswer(
        stream=receipt.stream,
        version=receipt.version,
        position=receipt.position,
        ids=dict(receipt.ids),
        caused=list(receipt.caused),
        read_models="behind" if standing and standing.behind else "current",
        stopped=list(standing.stopped) if standing else [],
    )
