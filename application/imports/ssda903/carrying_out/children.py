"""The children of a return, one act each: the case and all of its placements together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from application.imports.ssda903.carrying_out.case import (
    CHILD,
    Opening,
    identifiers_of,
    tell_case,
)
from application.imports.ssda903.carrying_out.placements import (
    Placing,
    Stay,
    Whereabouts,
    is_same_stay,
)
from application.imports.ssda903.carrying_out.ports import KnownChildren
from application.imports.ssda903.carrying_out.retelling import Declined, Retelling
from application.imports.ssda903.carrying_out.run import Run
from application.imports.ssda903.carrying_out.stays import StayThere
from application.imports.ssda903.plan import ChildPlan, PlannedPlacement
from application.referral.ports import StreamsOfCase
from application.shared.casework import Ask
from application.shared.office import stream_of
from application.shared.ports import Occasion
from domain import case, placement
from domain.case.chronology.identity import identity_of
from domain.placement.state import Begun, Known
from domain.shared.envelope import FileId, StreamId
from domain.shared.personal import Erased, legible
from domain.shared.vocabulary import CaseId, SettingId, Subject


@dataclass
class ToldOfChild:
    """What came of one child: what was declined, and the nights in homes that now stand."""

    declined: list[Declined] = field(default_factory=list)
    stays: list[tuple[SettingId, StayThere]] = field(default_factory=list)


@dataclass(frozen=True)
class ChildrenOfReturn:
    """`holders` are the cases that hold each identifier of the return; `theirs` its own cases."""

    run: Run
    where: Whereabouts
    streams_of_case: StreamsOfCase
    holders: Mapping[str, Sequence[CaseId]]
    theirs: frozenset[CaseId]

    @classmethod
    def of(
        cls,
        run: Run,
        where: Whereabouts,
        streams_of_case: StreamsOfCase,
        known: KnownChildren,
        children: Sequence[ChildPlan],
    ) -> "ChildrenOfReturn":
        numbers = [number for child in children for number in _numbers(child)]
        return cls(
            run=run,
            where=where,
            streams_of_case=streams_of_case,
            holders=known.holders(run.by.authority, numbers),
            theirs=frozenset(child.case_id for child in children),
        )

    def tell(self, plan: ChildPlan) -> ToldOfChild:
        told = ToldOfChild()

        def asks(occasion: Occasion) -> Sequence[Ask]:
            told.declined.clear()
            told.stays.clear()
            return self._asks(plan, told, occasion)

        self.run.act(asks)
        return told

    def _asks(self, plan: ChildPlan, told: ToldOfChild, occasion: Occasion) -> Sequence[Ask]:
        case_id = self._case_id(plan)
        telling = self.run.telling(stream_of("case", case_id), case.decider, occasion)
        opening = self._opening(plan, case_id, occasion)
        taken = tell_case(telling, plan, opening)
        told.declined += telling.declined
        if not taken:
            return []
        stays = self._placements(plan, case_id, telling, occasion)
        told.declined += [each for stay in stays for each in stay.telling.declined]
        told.stays += [there for stay in stays if (there := stay.where())]
        file = telling.history.file or FileId(telling.history.stream)
        return [*telling.asks(), *(ask for stay in stays for ask in stay.telling.asks(file))]

    def _case_id(self, plan: ChildPlan) -> CaseId:
        """The case of an earlier return, or one that people gave this CHILD; else a new one."""
        if self.run.streams.read(stream_of("case", plan.case_id)).events:
            return plan.case_id
        candidates = self.holders.get(plan.child, ())
        return next((each for each in candidates if self._is_child(each, plan)), plan.case_id)

    def _is_child(self, case_id: CaseId, plan: ChildPlan) -> bool:
        identity = identity_of(self.run.streams.read(stream_of("case", case_id)).events)
        return identity is not None and any(
            held.kind == CHILD and not isinstance(held.value, Erased) and held.value == plan.child
            for held in identity.identifiers
        )

    def _opening(self, plan: ChildPlan, case_id: CaseId, occasion: Occasion) -> Opening:
        alike = {each for number in _numbers(plan) for each in self.holders.get(number, ())}
        return Opening(
            case_id=case_id,
            authority=occasion.actor.authority,
            by=Subject(occasion.actor.subject),
            today=self.run.office.today(),
            # The other children of one return are other children, for the return says so.
            possible_duplicates=tuple(sorted(alike - self.theirs)),
        )

    def _placements(
        self, plan: ChildPlan, case_id: CaseId, told: Retelling, occasion: Occasion
    ) -> Sequence[Stay]:
        ours = self._ours(case_id, occasion) if told.history.events else {}
        stays: list[Stay] = []
        matched: set[StreamId] = set()
        for each in plan.placements:
            free = {stream: held for stream, held in ours.items() if stream not in matched}
            stays.append(Stay(each, self._of_stay(each, free, occasion)))
            matched.add(stays[-1].telling.history.stream)
        placing = Placing(
            plan=plan,
            case_id=case_id,
            born_on=legible(told.state.born_on),
            where=self.where,
            others=[
                held.state
                for stream, held in ours.items()
                if stream not in matched and isinstance(held.state, Begun)
            ],
        )
        placing.tell(stays, {line for each in told.declined for line in each.lines})
        return stays

    def _ours(self, case_id: CaseId, occasion: Occasion) -> Mapping[StreamId, Retelling]:
        streams = (
            stream
            for stream in self.streams_of_case.streams_of(case_id)
            if stream.startswith("placement-")
        )
        return {stream: self.run.telling(stream, placement.decider, occasion) for stream in streams}

    def _of_stay(
        self, stay: PlannedPlacement, ours: Mapping[StreamId, Retelling], occasion: Occasion
    ) -> Retelling:
        """The placement that holds any of its episodes, or was recorded here; else a new one."""
        for held in self._by_episode(stay, occasion):
            if isinstance(held.state, Known):
                return held
        for held in ours.values():
            if isinstance(held.state, Begun) and is_same_stay(held.state, stay):
                return held
        return self.run.telling(
            stream_of("placement", stay.placement_id), placement.decider, occasion
        )

    def _by_episode(self, stay: PlannedPlacement, occasion: Occasion) -> Iterator[Retelling]:
        for key in stay.episode_keys:
            yield self.run.telling(stream_of("placement", key), placement.decider, occasion)


def _numbers(plan: ChildPlan) -> Iterable[str]:
    for identifier in identifiers_of(plan):
        if not isinstance(identifier.value, Erased):
            yield identifier.value
