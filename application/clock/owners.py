"""Which capabilities have clocks, and how each computes its own."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from domain.case.clocks import clocks as of_case
from domain.placement.clocks import clocks as of_placement
from domain.referral.clocks import clocks as of_referral
from domain.setting.clocks import clocks as of_setting
from domain.shared.clocks import Clock, ClockTerms
from domain.shared.envelope import Recorded, StreamId

Compute = Callable[[Sequence[Recorded[Any]], ClockTerms], Sequence[Clock]]

CLOCKS: Mapping[str, Compute] = {
    "case": of_case,
    "referral": of_referral,
    "placement": of_placement,
    "setting": of_setting,
}

PREFIX = "clock-"


def capability(stream: StreamId) -> str:
    return stream.partition("-")[0]


def clock_stream(owner: StreamId) -> StreamId:
    return StreamId(PREFIX + owner)


def owner_of(clock: StreamId) -> StreamId:
    return StreamId(clock.removeprefix(PREFIX))
