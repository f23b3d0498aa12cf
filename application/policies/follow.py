"""How a policy follows the log: its position moves in the append of the events it causes.

So a policy reacts to every event once, whatever is killed and whenever. What it may not do
becomes a task for a person, and it goes on. Rebuilding read models never runs policies.
"""

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import Any, Protocol

from application.shared.casework import Act, Casework
from application.shared.ports import (
    Clock,
    Ids,
    Log,
    Occasion,
    Once,
    PolicyOvertaken,
    PolicyPositions,
    PolicyStep,
    Receipt,
)
from application.task.raising import Raising
from domain.shared.envelope import Actor, Channel, Recorded, StreamId
from domain.shared.errors import CaseworkError, VersionConflict

BATCH = 200
PATIENCE = 30.0
PAST = frozenset({Channel.IMPORT, Channel.BACKFILL})


class Policy(Protocol):
    """What joins two capabilities. One act for an event at most."""

    @property
    def name(self) -> str: ...

    @property
    def follows_imports(self) -> bool:
        """Whether it reacts to what was imported or backfilled. Most must not."""
        ...

    @property
    def newest_only(self) -> bool:
        """Whether the newest event of a stream in a batch speaks for the earlier ones."""
        ...

    def concerns(self, recorded: Recorded[Any]) -> bool: ...

    def react(self, recorded: Recorded[Any]) -> Act | None: ...


@dataclass
class Standing:
    """How far a policy has read, and how far of it is `stored`.

    The two part where nothing was caused: to read that again would cause nothing either,
    and so it is not worth a commit after every event.
    """

    stored: int | None
    read: int


@dataclass(frozen=True)
class Follower:
    log: Log
    positions: PolicyPositions
    casework: Casework
    clock: Clock
    ids: Ids
    standings: dict[str, Standing] = field(default_factory=dict)
    one_at_a_time: threading.Lock = field(default_factory=threading.Lock)

    def ahead(self) -> "Ahead":
        """The log as it lies before the policies, read once for all that stand together."""
        return cache(lambda position: self.log.after(position, BATCH))

    def step(self, policy: Policy, ahead: "Ahead | None" = None) -> int:
        """Take a policy through one batch of the log. Returns how many events it read."""
        with self.one_at_a_time:
            standing = self._standing(policy)
            batch = (ahead or self.ahead())(standing.read)
            try:
                self._follow(policy, standing, batch)
            except (PolicyOvertaken, VersionConflict):
                del self.standings[policy.name]  # to begin again from where it stands by then
                return 0
            return len(batch)

    def has_read(self, policy: Policy) -> int:
        """How far a policy has read, stored or not."""
        return self._standing(policy).read

    def _standing(self, policy: Policy) -> Standing:
        if policy.name not in self.standings:
            stored = self.positions.of(policy.name)
            self.standings[policy.name] = Standing(stored, stored or 0)
        return self.standings[policy.name]

    def _follow(self, policy: Policy, standing: Standing, batch: Sequence[Recorded[Any]]) -> None:
        if not batch:
            return
        for recorded in _chosen(policy, batch):
            if self._caused(policy, recorded, standing.stored):
                standing.stored = recorded.position
        last = batch[-1].position
        if last - (standing.stored or 0) >= BATCH:
            self.positions.skip(policy.name, standing.stored, last)
            standing.stored = last
        standing.read = last

    def _caused(self, policy: Policy, recorded: Recorded[Any], at: int | None) -> bool:
        occasion = self._occasion(policy, recorded, at)
        try:
            act = policy.react(recorded)
            if act is None:
                return False
            # What was found to be done is tried first; after a clash it is found anew.
            again = chain([act], iter(lambda: policy.react(recorded) or NOTHING, None))
            receipt = self.casework.do(occasion, lambda: next(again), turn=_turn(act))
        except (PolicyOvertaken, VersionConflict):
            raise  # it was not refused: others were quicker, and it is as right a moment later
        except CaseworkError as refusal:
            receipt = self._left_to_people(policy, recorded, occasion, refusal)
        return bool(receipt.caused) and not receipt.replayed

    def _left_to_people(
        self, policy: Policy, recorded: Recorded[Any], occasion: Occasion, refusal: CaseworkError
    ) -> Receipt:
        """What a policy is refused waits for a person, and the policy goes on."""
        ask = Raising(self.casework.streams, policy.name).raised(recorded, refusal.code)
        return self.casework.do(occasion, lambda: Act([ask]))

    def _occasion(self, policy: Policy, recorded: Recorded[Any], at: int | None) -> Occasion:
        return Occasion(
            actor=acting(policy.name, recorded.actor),
            now=self.clock.now(),
            channel=Channel.SYSTEM,
            correlation=recorded.correlation or recorded.event_id,
            give_up_at=time.monotonic() + PATIENCE,
            causation=recorded.event_id,
            once=Once(f"policy:{recorded.event_id}", policy.name.encode()),
            policy=PolicyStep(policy.name, at, recorded.position),
        )


NOTHING = Act(())


def _turn(act: Act) -> StreamId | None:
    """Where a policy queues with the people whose answers it follows."""
    return act.asks[0].stream if act.asks else None


Ahead = Callable[[int], Sequence[Recorded[Any]]]


def acting(policy: str, because_of: Actor) -> Actor:
    """The service acting by itself, for the authority whose event it follows."""
    return Actor(subject=f"policy:{policy}", role="system", authority=because_of.authority)


def _chosen(policy: Policy, batch: Sequence[Recorded[Any]]) -> Iterable[Recorded[Any]]:
    newest = {recorded.stream: recorded.event_id for recorded in batch if policy.concerns(recorded)}
    for recorded in batch:
        if not policy.concerns(recorded) or _is_past(policy, recorded):
            continue
        if policy.newest_only and newest[recorded.stream] != recorded.event_id:
            continue
        yield recorded


def _is_past(policy: Policy, recorded: Recorded[Any]) -> bool:
    return recorded.channel in PAST and not policy.follows_imports
