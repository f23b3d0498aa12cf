"""What holds of every approval, whatever is asked and in whatever order."""

from collections.abc import Sequence
from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from domain.placement import PlacementCommand, PlacementEvent, decider
from domain.placement.approving import APPROVERS, ASKED, ApprovalKind, Considered, Matter
from domain.placement.commands import (
    AgreeStart,
    GrantApproval,
    RecordMatters,
    RefuseApproval,
    RequestApproval,
)
from domain.placement.events import ApprovalGranted, ApprovalRequested, StartAgreed
from domain.shared.errors import CaseworkError
from domain.shared.geography import ApprovalNeeded
from domain.shared.vocabulary import Subject
from tests.support.placements import START, agree_start, prepared

KINDS = [ApprovalKind.OUT_OF_AREA, ApprovalKind.AT_A_DISTANCE]
kinds = st.sampled_from(KINDS)
people = st.sampled_from([Subject("broker"), Subject("worker"), Subject("director")])
roles = st.sampled_from(["broker", "nominated_officer", "dcs"])
matters = st.lists(st.sampled_from(Matter), min_size=1, max_size=12).map(
    lambda told: tuple(Considered(matter=each, on=START, how="Asked") for each in told)
)
agreements: st.SearchStrategy[AgreeStart] = st.sampled_from(ApprovalNeeded).map(
    lambda needed: agree_start().model_copy(update={"approval_needed": needed})
)
commands: st.SearchStrategy[PlacementCommand] = st.one_of(
    st.builds(RecordMatters, matters=matters, by=people),
    st.builds(RequestApproval, kind=kinds, because=st.just("None nearer."), by=people),
    st.builds(
        GrantApproval,
        kind=kinds,
        emergency=st.booleans(),
        placed_in_emergency=st.booleans(),
        by=people,
        role=roles,
    ),
    st.builds(RefuseApproval, kind=kinds, because=st.just("No."), by=people, role=roles),
    agreements,
)
EVERYTHING = RecordMatters(
    matters=tuple(Considered(matter=each, on=START, how="Asked") for each in Matter),
    by=Subject("worker"),
)
ASK = RequestApproval(kind=ApprovalKind.AT_A_DISTANCE, because="None nearer.", by=Subject("worker"))
beginnings: st.SearchStrategy[list[PlacementCommand]] = st.sampled_from(
    [[], [ASK], [EVERYTHING], [EVERYTHING, ASK]]
)
stories = st.builds(list.__add__, beginnings, st.lists(commands, max_size=12))


@given(stories)
def test_nobody_approves_what_they_asked_for_or_may_not_or_what_is_unsettled(
    story: Sequence[PlacementCommand],
) -> None:
    state = reduce(decider.evolve, prepared(), decider.initial)
    asked_by: dict[ApprovalKind, Subject] = {}
    settled: set[Matter] = set()
    granted: set[ApprovalKind] = set()
    for command in story:
        try:
            events: Sequence[PlacementEvent] = decider.decide(state, command)
        except CaseworkError:
            continue
        state = reduce(decider.evolve, events, state)
        for event in events:
            if isinstance(event, ApprovalRequested):
                asked_by[event.kind] = event.by
                granted.discard(event.kind)
            if isinstance(event, ApprovalGranted):
                assert event.by not in (asked_by[event.kind], "broker")
                assert event.role in APPROVERS[event.kind]
                assert event.emergency or set(ASKED[event.kind]) <= settled
                granted.add(event.kind)
            if isinstance(event, StartAgreed) and isinstance(command, AgreeStart):
                distant = command.approval_needed is ApprovalNeeded.DCS
                adjoining = command.approval_needed is ApprovalNeeded.NOMINATED_OFFICER
                assert not distant or ApprovalKind.AT_A_DISTANCE in granted
                assert not adjoining or granted
        if isinstance(command, RecordMatters):
            settled |= {each.matter for each in command.matters}
        if isinstance(command, RefuseApproval):
            granted.discard(command.kind)
