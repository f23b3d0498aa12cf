"""What the service kept of each deadline."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from tools.recount.log import CLOCK, Line, day_of


@dataclass(frozen=True, order=True)
class Course:
    """How one deadline went: its last due day, how it ended, whether it was missed, its moves."""

    owner: str
    code: str
    due: date
    outcome: str = "running"
    missed: bool = False
    moved: int = 0


def kept(lines: Iterable[Line]) -> list[Course]:
    """The course of every deadline that the service opened and did not take back."""
    found: dict[tuple[str, str], Course | None] = {}
    for line in lines:
        if not line.stream.startswith(CLOCK):
            continue
        key = (line.stream, line.told["key"])
        found[key] = _after(found.get(key), line)
    return [course for course in found.values() if course is not None]


def _after(course: Course | None, line: Line) -> Course | None:
    told = line.told
    if course is None or line.name == "clock.opened.v1":
        due = told.get("due") or told["new_due"]
        return Course(line.stream.removeprefix(CLOCK), told["code"], day_of(due))
    match line.name:
        case "clock.met.v1":
            return replace(course, outcome="met")
        case "clock.stopped.v1":
            return replace(course, outcome="stopped") if told["why"] == "ended" else None
        case "clock.reopened.v1":
            return replace(course, outcome="running")
        case "clock.breached.v1":
            return replace(course, missed=True)
        case "clock.due_moved.v1":
            due = day_of(told["new_due"])
            return replace(course, due=due, moved=course.moved + (due != course.due))
    return course
