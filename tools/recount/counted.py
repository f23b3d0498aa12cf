"""The same deadlines, counted anew after everything that was said."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from tools.recount.kept import Course
from tools.recount.log import LONDON, Line
from tools.recount.owed import Owed, Said, of_case, of_placement

Key = tuple[str, str, str]


@dataclass
class Child:
    """What was said of one child, stream by stream, and what was owed to it by then."""

    case: list[Said] = field(default_factory=list)
    placements: dict[str, list[Said]] = field(default_factory=lambda: defaultdict(list))
    owed: dict[Key, Owed] = field(default_factory=dict)
    missed: set[Key] = field(default_factory=set)
    moved: dict[Key, int] = field(default_factory=lambda: defaultdict(int))

    def hear(self, said: Said) -> None:
        heard = self.case if said.stream.startswith("case-") else self.placements[said.stream]
        heard.append(said)
        for each in self._all_owed():
            key = (each.owner, each.code, each.key)
            before = self.owed.get(key)
            if before is not None and before.due != each.due:
                self.moved[key] += 1
            self.owed[key] = each

    def wait(self, until: datetime) -> None:
        """Time passes, and what runs may run out."""
        self.missed.update(
            key
            for key, each in self.owed.items()
            if each.outcome == "running" and _end_of(each) < until
        )

    def courses(self) -> Iterator[Course]:
        for key, each in self.owed.items():
            yield Course(
                each.owner, each.code, each.due, each.outcome, key in self.missed, self.moved[key]
            )

    def _all_owed(self) -> Iterator[Owed]:
        stays = self.placements.values()
        came = [s.on for stay in stays for s in stay if s.name == "placement.started.v1"]
        if self.case:
            yield from of_case(self.case, came)
        for stay in stays:
            yield from of_placement(stay)


def counted(lines: Iterable[Line]) -> list[Course]:
    """The course of everything that was owed, from what people said alone."""
    children: dict[str, Child] = defaultdict(Child)
    whose: dict[str, str] = {}
    last = None
    for line in lines:
        last = line.at
        case = _case_of(line, whose)
        if case is not None:
            children[case].wait(line.at)
            children[case].hear(Said(line.stream, line.name, line.on, line.told))
    for child in children.values():
        if last is not None:
            child.wait(last)
    return [course for child in children.values() for course in child.courses()]


def _case_of(line: Line, whose: dict[str, str]) -> str | None:
    if line.stream.startswith("case-"):
        return line.stream
    if line.stream.startswith("placement-"):
        if line.name == "placement.started.v1":
            whose[line.stream] = f"case-{line.told['case_id']}"
        return whose.get(line.stream)
    return None


def _end_of(owed: Owed) -> datetime:
    """The last second of its day still counts."""
    return datetime.combine(owed.due + timedelta(1), time(0), LONDON)


def codes(courses: Iterable[Course]) -> Mapping[str, int]:
    found: dict[str, int] = defaultdict(int)
    for each in courses:
        found[each.code] += 1
    return found
