"""The streams that a path names by their ids."""

from uuid import UUID

from fastapi import Request
from fastapi.exceptions import RequestValidationError

from domain.shared.envelope import StreamId

STREAMS = (
    "case",
    "referral",
    "placement",
    "setting",
    "provider",
    "contract",
    "block",
    "admission",
    "joint_service",
    "panel",
    "concern",
    "incoming",
)


def streams_named(request: Request) -> list[StreamId]:
    """The streams that a path names by their ids."""
    named = request.path_params
    return [
        StreamId(f"{kind}-{_uuid(named[f'{kind}_id'], f'{kind}_id')}")
        for kind in STREAMS
        if f"{kind}_id" in named
    ]


def _uuid(told: object, name: str) -> UUID:
    try:
        return UUID(str(told))
    except ValueError:
        fault = {"loc": ("path", name), "type": "uuid_parsing"}
        raise RequestValidationError([fault]) from None
