"""Which capabilities have clocks, and how each computes its own."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from application.shared.ports import History
from domain.case.clocks import clocks as of_case
from domain.case.events import BecameLookedAfter, ChildDied
from domain.case.in_law import in_law
from domain.case.of_age import until_of_age
from domain.case.panel_clocks import panel_clocks
from domain.case.pathway_clocks import pathway_clocks
from domain.case.plan_clocks import plan_clocks
from domain.case.review_clocks import review_clocks
from domain.concern.clocks import clocks as of_concern
from domain.placement.case_clocks import began, case_clocks, child_of
from domain.placement.clocks import clocks as of_placement
from domain.placement.secure_clocks import secure, was_in_a_secure_home
from domain.provider.clocks import clocks as of_provider
from domain.quality.clocks import clocks as of_quality
from domain.referral.clocks import clocks as of_referral
from domain.setting.clocks import clocks as of_setting
from domain.shared.clocks import Clock, ClockTerms, stopped
from domain.shared.envelope import Recorded, StreamId
from domain.shared.vocabulary import CaseId

Compute = Callable[[Sequence[Recorded[Any]], ClockTerms], Sequence[Clock]]

CLOCKS: Mapping[str, Compute] = {
    "case": of_case,
    "referral": of_referral,
    "placement": of_placement,
    "setting": of_setting,
    "concern": of_concern,
    "provider": of_provider,
    "quality": of_quality,
}

PREFIX = "clock-"


class Child(Protocol):
    """The other streams of the child whom a deadline is about, as they are to be gone by."""

    def case(self, case_id: CaseId) -> Sequence[Recorded[Any]]: ...

    def placements(self, case_id: CaseId) -> Sequence[History[Any]]: ...


def clocks_of(
    history: History[Any], terms: ClockTerms, child: Child, now: datetime
) -> Sequence[Clock]:
    """Every deadline of one stream, as it is asked of at a moment.

    A placement's go by the case of its child as well, a case's by when the child was placed.
    """
    own = CLOCKS[capability(history.stream)](history.events, terms)
    match capability(history.stream):
        case "case":
            reviews = review_clocks(history.events, terms)
            found = [*own, *reviews, *_of_plans(history, terms, child)]
            return _in_childhood(found, history.events, now)
        case "placement":
            found = [*own, *_by_the_case(history, terms, child)]
            case_id = child_of(history.events)
            return found if case_id is None else _in_childhood(found, child.case(case_id), now)
        case _:
            return own


def _in_childhood(
    clocks: Sequence[Clock], case: Sequence[Recorded[Any]], now: datetime
) -> Sequence[Clock]:
    return until_of_age(_until_death(clocks, case), case, now)


def _until_death(clocks: Sequence[Clock], case: Sequence[Recorded[Any]]) -> Sequence[Clock]:
    """Whatever still runs of a child's care stops when the child has died (6-46, R-22)."""
    died = next((each for each in case if isinstance(each.event, ChildDied)), None)
    return clocks if died is None else [stopped(clock, died) for clock in clocks]


def _by_the_case(history: History[Any], terms: ClockTerms, child: Child) -> Sequence[Clock]:
    case_id = child_of(history.events)
    if case_id is None:
        return ()
    in_secure_homes = _of_secure_homes(history, terms, child, case_id)
    return [*case_clocks(history.events, terms, in_law(child.case(case_id))), *in_secure_homes]


def _of_secure_homes(
    history: History[Any], terms: ClockTerms, child: Child, case_id: CaseId
) -> Iterator[Clock]:
    """They run on from where the child was kept before, and so go by its other placements."""
    if was_in_a_secure_home(history.events):
        others = [each for each in child.placements(case_id) if each.stream != history.stream]
        yield from secure(history.events, terms, [each.events for each in others])


def _of_plans(history: History[Any], terms: ClockTerms, child: Child) -> Sequence[Clock]:
    if not any(isinstance(each.event, BecameLookedAfter) for each in history.events):
        return ()
    placements = child.placements(CaseId(identity_in(history.stream)))
    begun = [began(each.events) for each in placements]
    found = [each for each in begun if each is not None]
    plans = plan_clocks(history.events, terms, found)
    panels = panel_clocks(history.events, terms, found)
    return [*plans, *pathway_clocks(history.events, terms, found), *panels]


def capability(stream: StreamId) -> str:
    return stream.partition("-")[0]


def identity_in(stream: StreamId) -> UUID:
    return UUID(stream.partition("-")[2])


def clock_stream(owner: StreamId) -> StreamId:
    return StreamId(PREFIX + owner)


def owner_of(clock: StreamId) -> StreamId:
    return StreamId(clock.removeprefix(PREFIX))
