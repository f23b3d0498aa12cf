"""A policy reacts once to what it follows, and what is in its way does not keep it from it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from application.policies.follow import Follower
from application.shared.casework import ATTEMPTS, Act
from application.shared.ports import Occasion, Receipt, Writing
from application.task.raising import Raising
from domain import provider
from domain.provider.commands import RegisterProvider
from domain.provider.vocabulary import Sector
from domain.shared.envelope import Recorded, StreamId
from domain.shared.errors import VersionConflict
from domain.shared.vocabulary import ProviderId
from domain.task.codes import TELEPHONE_PROVIDER
from domain.task.events import TaskRaised
from tests.support.memory import AnyIds, MemoryStreams, StandingClock, occasion, office_of

OAK = ProviderId(UUID(int=1))
ENTERED = RegisterProvider(
    provider_id=OAK,
    name="Oak Ltd",
    company_number="01234567",
    contact="referrals@oak.example",
    sector=Sector.PRIVATE,
)


@dataclass
class Outrun(MemoryStreams):
    """Streams on which somebody else is always quicker, for so many attempts."""

    attempts_lost: int = 0

    def append(self, writings: Sequence[Writing], occasion: Occasion, ids: Any) -> Receipt:
        if occasion.policy is not None and self.attempts_lost:
            self.attempts_lost -= 1
            raise VersionConflict
        return super().append(writings, occasion, ids)


@dataclass(frozen=True)
class WholeLog:
    streams: MemoryStreams

    def after(self, position: int, limit: int) -> Sequence[Recorded[Any]]:
        return self.streams.log[position : position + limit]

    def newest(self) -> int:
        return len(self.streams.log)


@dataclass
class Positions:
    """Nothing is stored: whoever begins again begins at the beginning."""

    skipped: list[int] = field(default_factory=list)

    def of(self, _: str) -> int | None:
        return None

    def skip(self, _: str, __: int | None, to: int) -> None:
        self.skipped.append(to)


@dataclass(frozen=True)
class CallWhoIsEntered:
    """Asks for a call to every provider that comes on to the register."""

    streams: MemoryStreams
    name: str = "call"
    follows_imports: bool = False
    newest_only: bool = False

    def concerns(self, recorded: Recorded[Any]) -> bool:
        return str(recorded.stream).startswith("provider-")

    def react(self, recorded: Recorded[Any]) -> Act:
        return Act([Raising(self.streams, self.name).raised(recorded, TELEPHONE_PROVIDER)])


def test_others_who_are_quicker_put_a_policy_off_and_it_is_not_left_to_people() -> None:
    streams = Outrun(attempts_lost=ATTEMPTS)
    office = office_of(streams)
    office.act(occasion(), StreamId(f"provider-{OAK}"), provider.decider, ENTERED)
    follower = Follower(WholeLog(streams), Positions(), office.casework, StandingClock(), AnyIds())
    policy = CallWhoIsEntered(streams)

    assert follower.step(policy) == 0
    assert follower.step(policy) == 1

    raised = [e.event for e in streams.log if isinstance(e.event, TaskRaised)]
    assert [each.code for each in raised] == [TELEPHONE_PROVIDER]
