"""What telling needs from outside: where messages wait, and who carries them."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from domain.shared.envelope import GssCode, StreamId
from domain.shared.vocabulary import ProviderId
from domain.telling.vocabulary import About, MessageId, NotToldBecause, Via


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What is sent. The reference is the same however often: a second one can be known as such."""

    message_id: MessageId
    about: About
    to: str = field(repr=False)
    subject: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """Where e-mail is handed over. `password` is a file; without a `user` nobody signs in."""

    host: str
    port: int
    sender: str
    user: str | None = None
    password: Path | None = None


class NotSent(Exception):
    """It did not go out: this time, or `for_good`, when it is not to be tried again."""

    def __init__(self, why: NotToldBecause, *, for_good: bool = False) -> None:
        super().__init__(why)
        self.why, self.for_good = why, for_good


class Messenger(Protocol):
    @property
    def via(self) -> Via: ...

    def send(self, letter: Letter) -> None:
        """Hand a letter over; `NotSent` if it was not taken."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A message that was taken from the outbox to be sent; `attempts` counts this one."""

    id: int
    stream: StreamId
    about: About
    message_id: MessageId
    provider_id: ProviderId
    invitation_id: str
    authority: GssCode
    attempts: int


class Outbox(Protocol):
    def take(self, now: datetime) -> Due | None:
        """The oldest message that is due, put off as it is taken: nobody else takes it meanwhile.

        Whoever dies with it leaves it to be due again.
        """
        ...

    def done(self, due: Due) -> None:
        """Forget a message whose end is in the log."""
        ...
