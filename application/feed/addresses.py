"""The address of a feed: kept nowhere, and made again from its number and a key of the service."""

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID, uuid5

from application.access.principal import Principal, Role
from application.shared.office import stream_of
from application.shared.ports import Reads
from domain import feed
from domain.feed.events import FeedOpened
from domain.feed.rules import leads_somewhere
from domain.feed.state import Open
from domain.shared.envelope import GssCode, StreamId
from domain.shared.errors import NotFound

OF_PERSON: Final = UUID("c3a5bb0e-94f0-5a1e-8f3b-2f1c2f5c7a11")
"""Ids of feeds are made of who they are for, so that one person has one."""


def feed_of(authority: GssCode, subject: str) -> UUID:
    return uuid5(OF_PERSON, f"{authority}:{subject}")


def feed_stream(feed_id: UUID) -> StreamId:
    return stream_of("feed", feed_id)


@dataclass(frozen=True)
class Addresses:
    """`key` is the service's own: without it nobody makes an address."""

    streams: Reads
    key: bytes

    def newest(self, feed_id: UUID) -> tuple[str, FeedOpened] | None:
        """The token of the address in force and what opened it; none once withdrawn."""
        state = self.streams.read(feed_stream(feed_id)).folded(feed.decider)
        if not isinstance(state, Open):
            return None
        return self._token(feed_id, state.opened), state.opened

    def reader(self, feed_id: UUID, token: str, today: date) -> Principal:
        """Who reads by this address; `NotFound` whatever is wrong with it."""
        history = self.streams.read(feed_stream(feed_id))
        state = history.folded(feed.decider)
        if not isinstance(state, Open) or not leads_somewhere(state, today):
            raise NotFound
        if not hmac.compare_digest(self._token(feed_id, state.opened).encode(), token.encode()):
            raise NotFound
        return Principal(
            subject=state.opened.who,
            role=Role(state.opened.role),
            authority=history.events[0].actor.authority,
            teams=frozenset(state.opened.teams),
        )

    def _token(self, feed_id: UUID, opened: FeedOpened) -> str:
        signed = hmac.digest(self.key, f"{feed_id}:{opened.number}".encode(), hashlib.sha256)
        return base64.urlsafe_b64encode(signed).decode().rstrip("=")
