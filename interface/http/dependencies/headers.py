"""What a request says beside its body: why, once, and by which version."""

from typing import Annotated

from fastapi import Depends, Header, Request

from interface.http.problems import VersionNotNamed


async def raw_body(request: Request) -> bytes:
    return await request.body()


Purpose = Annotated[
    str,
    Header(
        alias="Purpose",
        pattern=r"^[a-z][a-z-]{1,39}$",
        description="Why a child's record is read or changed: a code, noted in the access log. "
        "`break-glass` opens a record in an emergency and is reviewed.",
    ),
]


IdempotencyKey = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        pattern=r"^[A-Za-z0-9_.:-]{8,80}$",
        description="Chosen by the caller, kept for good: the same key with the same request "
        "is carried out once and answered the same.",
    ),
]


async def version_seen(
    if_match: Annotated[
        str | None, Header(alias="If-Match", description='The ETag that was decided on, as `"3"`')
    ] = None,
) -> int:
    """The version a decision rests on; a decision without one is not taken (428)."""
    text = (if_match or "").strip().removeprefix("W/").strip('"')
    if not text.isdecimal() or len(text) > 9:  # noqa: PLR2004  # longer is no version of ours
        raise VersionNotNamed
    return int(text)


VersionSeen = Annotated[int, Depends(version_seen)]
