"""Which capabilities have clocks, and how each computes its own."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from application.shared.ports import History
from domain.case.clocks import clocks as of_case
from domain.case.in_law import in_law
from domain.placement.case_clocks import case_clocks, child_of
from domain.placement.clocks import clocks as of_placement
from domain.referral.clocks import clocks as of_referral
from domain.setting.clocks import clocks as of_setting
from domain.shared.clocks import Clock, ClockTerms
from domain.shared.envelope import Recorded, StreamId
from domain.shared.vocabulary import CaseId

Compute = Callable[[Sequence[Recorded[Any]], ClockTerms], Sequence[Clock]]

CLOCKS: Mapping[str, Compute] = {
    "case": of_case,
    "referral": of_referral,
    "placement": of_placement,
    "setting": of_setting,
}

PREFIX = "clock-"


CaseFacts = Callable[[CaseId], Sequence[Recorded[Any]]]
"""The history of a child's case, as it is to be gone by."""


def clocks_of(history: History[Any], terms: ClockTerms, case_of: CaseFacts) -> Sequence[Clock]:
    """Every deadline of one stream; a placement's go by the case of its child as well."""
    kind = capability(history.stream)
    own = CLOCKS[kind](history.events, terms)
    case_id = child_of(history.events) if kind == "placement" else None
    if case_id is None:
        return own
    return [*own, *case_clocks(history.events, terms, in_law(case_of(case_id)))]


def capability(stream: StreamId) -> str:
    return stream.partition("-")[0]


def clock_stream(owner: StreamId) -> StreamId:
    return StreamId(PREFIX + owner)


def owner_of(clock: StreamId) -> StreamId:
    return StreamId(clock.removeprefix(PREFIX))
