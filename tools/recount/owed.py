"""What is owed to one child, by everything that has been said of it so far."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from tools.recount.days import days, months, working_days

TOLD_OF_START = ("child", "parent", "gp", "education", "health", "iro")
TOLD_OF_END = (*TOLD_OF_START, "carer")


@dataclass(frozen=True)
class Said:
    """One event of a case or a placement: its name, the day it was true, and what it says."""

    stream: str
    name: str
    on: date
    told: dict[str, object]


@dataclass(frozen=True)
class Owed:
    """One deadline. `key` tells those of one code and owner apart."""

    owner: str
    code: str
    key: str
    due: date
    outcome: str = "running"


def closed(what: Owed, by: date | None, ended: date | None) -> Owed:
    """Met by what was asked for, or stopped by the end of whatever it belonged to."""
    done = by is not None and (ended is None or by <= ended)
    outcome = "met" if done else "running" if ended is None else "stopped"
    return replace(what, outcome=outcome)


def of_case(said: Sequence[Said], came: Sequence[date]) -> Iterator[Owed]:
    """The statutory reviews and the care plan of a child's periods of care."""
    case = said[0].stream
    reviews, plans = _days(said, "statutory_review_held"), _days(said, "care_plan_prepared")
    for since, until in _periods(said):
        mine = [r for r in reviews if since <= r <= (until or r)]
        yield from _reviews(case, since, until, mine)
        homes = [d for d in came if until is None or d < until]
        if homes:
            due = working_days(max(min(homes), since), 10)
            plan = next((p for p in plans if until is None or p <= until), None)
            yield closed(Owed(case, "C-CAREPLAN-10", str(since), due), plan, until)


def _reviews(case: str, since: date, until: date | None, held: Sequence[date]) -> Iterator[Owed]:
    first = working_days(since, 20)
    due = [("C-SREV-20", first), ("C-SREV-3M", months(held[0] if held else first, 3))]
    due += [("C-SREV-6M", months(each, 6)) for each in held[1:]]
    for number, (code, day) in enumerate(due):
        by = held[number] if number < len(held) else None
        yield closed(Owed(case, code, f"{since}:{number}", day), by, until)


def of_placement(said: Sequence[Said]) -> Iterator[Owed]:
    """Everything that is owed of one stay of a child who is looked after."""
    start = next((s for s in said if s.name == "placement.started.v1"), None)
    if start is None:
        return
    end = next((s for s in said if s.name == "placement.ended.v1"), None)
    gone = end.on if end else None
    yield from _visits(start, _days(said, "child_visited"), gone)
    yield from _packages(start, said, gone)
    plan = Owed(start.stream, "C-PLAN-5WD", "plan", working_days(start.on, 5))
    yield closed(plan, next(iter(_days(said, "plan_signed")), None), gone)
    for whom in TOLD_OF_START:
        asked = Owed(start.stream, "C-NOTIF-5WD", whom, working_days(start.on, 5))
        yield closed(asked, _told(said, "notification_sent", whom), gone)
    if end is not None:
        yield from _afterwards(end, said)


def _visits(start: Said, seen: Sequence[date], gone: date | None) -> Iterator[Owed]:
    due = [("C-VISIT-1W", days(start.on, 7)), *(("C-VISIT-6W", days(d, 42)) for d in seen)]
    for number, (code, day) in enumerate(due):
        by = seen[number] if number < len(seen) else None
        yield closed(Owed(start.stream, code, str(number), day), by, gone)


def _packages(start: Said, said: Sequence[Said], gone: date | None) -> Iterator[Owed]:
    held = _days(said, "package_review_held")
    first = days(start.on, 14)
    due = [("C-PKG-2W", first), ("C-PKG-3M", months(held[0] if held else first, 3))]
    due += [("C-PKG-3M", months(each, 3)) for each in held[1:]]
    for number, (code, day) in enumerate(due):
        by = held[number] if number < len(held) else None
        yield closed(Owed(start.stream, code, str(number), day), by, gone)
    for number, change in enumerate(_days(said, "significant_change_reported")):
        by = next((r for r in held if r >= change), None)
        asked = Owed(start.stream, "C-PKG-TRIG", str(number), working_days(change, 10))
        yield closed(asked, by, gone)


def _afterwards(end: Said, said: Sequence[Said]) -> Iterator[Owed]:
    for whom in TOLD_OF_END:
        asked = Owed(end.stream, "C-TERM-10WD", whom, working_days(end.on, 10))
        yield closed(asked, _told(said, "termination_notified", whom), None)
    if not end.told["planned"]:
        asked = Owed(end.stream, "C-DISRUPT", "meeting", working_days(end.on, 20))
        met = next(iter(_days(said, "disruption_meeting_held")), None)
        yield closed(asked, met, None)


def _periods(said: Sequence[Said]) -> Iterator[tuple[date, date | None]]:
    turns = [
        s for s in said if s.name.split(".")[1] in {"became_looked_after", "ceased_looked_after"}
    ]
    for began, ended in pairwise([*turns, None]):
        if began is not None and began.name == "case.became_looked_after.v1":
            yield began.on, ended.on if ended else None


def _days(said: Sequence[Said], what: str) -> list[date]:
    return sorted(s.on for s in said if s.name.split(".")[1] == what)


def _told(said: Sequence[Said], what: str, whom: str) -> date | None:
    sent = (s.on for s in said if s.name.split(".")[1] == what and _to(s) == whom)
    return min(sent, default=None)


def _to(said: Said) -> object:
    to = said.told["to"]
    return to.get("kind") if isinstance(to, dict) else to
