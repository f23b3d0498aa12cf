"""A clock stands in somebody's worklist exactly if they may read the child it is about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from application.access.actions import Action
from application.access.policy import Resource, decide, keeps_to
from application.access.principal import Principal, Role
from application.clock.queries import Wanted, Whose
from application.reference.shipped import FirstEditions, service_itself
from application.shared.asking import AsOf
from domain import case
from domain.case.commands import EndAllocation
from domain.case.people import AllocationKind
from domain.shared.envelope import GssCode, StreamId
from domain.shared.vocabulary import CaseId, Subject
from infrastructure.reference.shipped import ShippedEditions
from interface.bootstrap import Running, bootstrap, prepare
from tests.support import cases
from tests.support.children import tell
from tests.support.databases import SqliteDatabases
from tests.support.service import DERBY, settings_of

NOTTINGHAM = GssCode("E06000018")
WHO = ("ann", "bob", "team-a", None)
ENDS = ("never", "yesterday", "today", "tomorrow")

principals = st.builds(
    Principal,
    subject=st.sampled_from(["ann", "bob", "eve", "iris"]),
    role=st.sampled_from([r for r in Role if r is not Role.SYSTEM and "provider" not in r]),
    authority=st.sampled_from([DERBY, NOTTINGHAM]),
    teams=st.frozensets(st.sampled_from(["team-a", "team-b"])),
)


@dataclass(frozen=True, repr=False)
class Allocated:
    """A running service and its children, too long to print in a falsifying example."""

    running: Running
    children: list[CaseId]


@pytest.fixture(scope="module")
def service(
    tmp_path_factory: pytest.TempPathFactory, sqlite_databases: SqliteDatabases
) -> Iterator[Allocated]:
    """Children with every combination of worker, reviewing officer and end of allocation."""
    home = tmp_path_factory.mktemp("allocated")
    told = settings_of(home, sqlite_databases.fresh(home))
    prepare(told)
    with bootstrap(told) as running:
        running.shelf.ensure()
        FirstEditions(running.office, ShippedEditions()).publish(service_itself(DERBY))
        found = [_child(running, *parts) for parts in product(WHO, ("iris", None), ENDS)]
        running.worker.until_quiet()
        yield Allocated(running, found)


def _child(running: Running, who: str | None, iro: str | None, ends: str) -> CaseId:
    child, today = CaseId(uuid4()), running.office.today()
    stream = StreamId(f"case-{child}")
    asked = [cases.open_case().model_copy(update={"case_id": child}), cases.become(today)]
    if iro is not None:
        asked.append(cases.assign_iro(Subject(iro)).model_copy(update={"since": today}))
    if who is not None:
        asked.append(cases.allocate(who, today - timedelta(days=9)))
        asked += _ending(today, ends)
    for command in asked:
        tell(running, stream, case.decider, command, wait=False)
    return child


def _ending(today: date, ends: str) -> list[EndAllocation]:
    part, by = AllocationKind.SOCIAL_WORKER, Subject("manager")
    if ends not in ("yesterday", "today"):
        return []
    on = today - timedelta(days=ends == "yesterday")
    return [EndAllocation(kind=part, on=on, by=by)]


@given(who=principals)
@pytest.mark.covers("R-27", "R-41", "R-49")
def test_a_clock_is_listed_exactly_if_its_child_may_be_read(
    service: Allocated, who: Principal
) -> None:
    running = service.running
    today = running.office.today()
    whose = Whose(authority=who.authority, related=keeps_to(who), today=today)
    of = AsOf(day=today, position=None, at=running.clock.now())

    found = running.service.worklist.due(whose, of, Wanted(), after=None, limit=1000)
    listed = {each.case_id for each in found}

    may_list = decide(who, Action.READ_WORKLIST).allow
    for child in service.children:
        dealings = running.service.tenancy.dealings(child, today)
        resource = Resource(
            authority=DERBY,
            is_case=True,
            related=dealings.related,
            ever_allocated=dealings.ever_allocated,
        )
        if may_list:
            may_read = decide(who, Action.READ_CASE, resource).allow
            assert (UUID(str(child)) in listed) is may_read
