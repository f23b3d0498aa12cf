"""From a function to the refusals it may raise, and to the functions it leads to."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from domain.shared.errors import CaseworkError
from interface.http.refusals.reader import Reader
from interface.http.refusals.reading import body_of, plain
from interface.http.refusals.steps import Followed, Refusals, Step

IN_BACKTICKS = re.compile(r"`(\w+)`")


def refusals_from(first: Sequence[Step]) -> Refusals:
    """All refusals that may be met on the way from these steps."""
    waiting, seen, found = list(first), set(first), set[type[CaseworkError]]()
    while waiting:
        followed = follow(waiting.pop())
        found |= followed.refusals
        waiting += followed.onward - seen
        seen |= followed.onward
    return frozenset(each for each in found if hasattr(each, "code"))


@cache
def follow(step: Step) -> Followed:
    reader = Reader(step)
    for statement in body_of(step.function):
        reader.visit(statement)
    if getattr(step.owner, "_is_protocol", False):
        reader.followed.refusals.update(_told_by_port(step.function.__doc__ or ""))
    return reader.followed


def _told_by_port(docstring: str) -> Iterator[type[CaseworkError]]:
    """A port has no source to read: its docstring names in backticks what it may refuse."""
    named, waiting = set(IN_BACKTICKS.findall(docstring)), [CaseworkError]
    while waiting:
        refusal = waiting.pop()
        waiting += refusal.__subclasses__()
        if refusal.__name__ in named:
            yield refusal


def steps_of(calls: Sequence[Any]) -> Iterator[Step]:
    """What a route calls: functions, and things that are called as one."""
    for each in calls:
        if (function := plain(each)) is not None:
            yield Step(function)
        elif (acting := plain(type(each).__call__)) is not None:
            yield Step(acting, type(each))
