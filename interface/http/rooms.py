"""Routers by the first word of their paths, so that a request meets those of its own room only.

FastAPI holds a path against every route in turn, twice for each router on the way: with hundreds
of routes that was a third of what a small request cost.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from fastapi import APIRouter
from fastapi.routing import APIRoute
from starlette.routing import Match
from starlette.types import Scope


class Room(APIRouter):
    """Routers whose paths all begin with one word: as `invitations`, after the prefix."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self.word = word

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        # A word is looked for anywhere: what lies before the prefix is the server's own affair.
        if f"/{self.word}" not in scope["path"]:
            return Match.NONE, {}
        return super().matches(scope)


def rooms(routers: Sequence[APIRouter]) -> Iterator[Room]:
    """The same routers in the same order, those of one word that follow each other together."""
    for word, together in groupby(routers, key=_word):
        room = Room(word)
        for router in together:
            room.include_router(router)
        yield room


def _word(router: APIRouter) -> str:
    """The word with which every path of a router begins; nothing if there are several."""
    words = {route.path.split("/")[1] for route in router.routes if isinstance(route, APIRoute)}
    return words.pop() if len(words) == 1 else ""
