"""A return carried out: told to the log, child by child, and only what is not held yet."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from application.imports.ssda903.carrying_out.children import ChildrenOfReturn
from application.imports.ssda903.carrying_out.home_keys import HomeKeys
from application.imports.ssda903.carrying_out.homes import HomesOfReturn
from application.imports.ssda903.carrying_out.listing import HomeAtHand, Listing
from application.imports.ssda903.carrying_out.placements import Whereabouts
from application.imports.ssda903.carrying_out.ports import (
    Country,
    Keys,
    KnownChildren,
    RegisteredHomes,
)
from application.imports.ssda903.carrying_out.retelling import Declined
from application.imports.ssda903.carrying_out.run import Run, batches
from application.imports.ssda903.carrying_out.stays import StayThere
from application.imports.ssda903.plan import ChildPlan
from application.imports.ssda903.planning import ReturnPlan
from application.referral.ports import StreamsOfCase
from application.shared.office import Office, stream_of
from domain import authority
from domain.authority.state import locality_on
from domain.shared.envelope import Actor, FileId, StreamId
from domain.shared.vocabulary import PlacementId, SettingId

Progress = Callable[[int, int], None]
"""Told how many steps are done, and of how many."""


def silent(_done: int, _of: int) -> None:
    """For whoever need not be told."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a return. `events` is how much was new; nought when all of it was held."""

    plan: ReturnPlan
    events: int


@dataclass(frozen=True)
class ReturnImport:
    """Carries out plans. `secret` blinds the addresses that ids of homes are made from.

    The read models it looks things up in must have caught up with the log before.
    """

    office: Office
    keys: Keys
    children: KnownChildren
    homes: RegisteredHomes
    streams_of_case: StreamsOfCase
    country: Country
    secret: bytes = field(repr=False)

    def carry_out(self, plan: ReturnPlan, by: Actor, progress: Progress = silent) -> Imported:
        """Tell the log everything of a plan that it does not hold.

        It may be killed anywhere and begun again, and asked again it records nothing. What
        is refused is among the refused of the plan that comes back.
        """
        run = Run.of(self.office, by, f"SSDA903 return, year ending {plan.year.last}")
        keys = HomeKeys(by.authority, self.secret)
        returned = list(keys.homes(plan.children).values())
        steps = _Steps(2 * len(returned) + len(plan.children), progress)
        homes = HomesOfReturn(run, Listing(keys, self.country), self.homes, self.keys)
        at_hand = homes.list_all(returned, steps.tell)
        stays, declined = self._tell_children(run, plan.children, at_hand, steps)
        declined += homes.tell_stays(stays, steps.tell)
        child_of = {line: child.child for child in plan.children for line in child.rows()}
        refused = [row for each in declined for row in each.rows(child_of)]
        steps.finish()
        return Imported(plan.refusing(refused) if refused else plan, run.events)

    def _tell_children(
        self,
        run: Run,
        plans: Sequence[ChildPlan],
        at_hand: Mapping[PlacementId, HomeAtHand],
        steps: "_Steps",
    ) -> tuple[Mapping[SettingId, Sequence[StayThere]], list[Declined]]:
        children = ChildrenOfReturn.of(
            run, self._whereabouts(run, at_hand), self.streams_of_case, self.children, plans
        )
        stays: dict[SettingId, list[StayThere]] = defaultdict(list)
        declined: list[Declined] = []
        for batch in batches(plans):
            self.keys.create_all(_files(batch))
            for plan in batch:
                told = children.tell(plan)
                declined += told.declined
                for setting_id, there in told.stays:
                    stays[setting_id].append(there)
                steps.tell(1)
        return stays, declined

    def _whereabouts(self, run: Run, at_hand: Mapping[PlacementId, HomeAtHand]) -> Whereabouts:
        council = self.office.state(authority.decider, StreamId(f"authority-{run.by.authority}"))
        return Whereabouts(
            at_hand, self.country, lambda district, day: locality_on(council, district, day)
        )


@dataclass
class _Steps:
    of: int
    progress: Progress
    done: int = 0

    def tell(self, steps: int) -> None:
        self.done = min(self.done + steps, self.of)
        self.progress(self.done, self.of)

    def finish(self) -> None:
        self.progress(self.of, self.of)


def _files(plans: Iterable[ChildPlan]) -> list[FileId]:
    return [FileId(stream_of("case", plan.case_id)) for plan in plans]
