"""Draws every state machine from its decider, as the examples in `tests/domain` drive it.

`python -m tests.tools.diagrams` writes `docs/state-machines/`; with `--check` it says whether
they are still so. What no example has ever asked for is not drawn, and is named.
"""

import importlib
import pkgutil
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path
from typing import Any, get_args

import pytest

import domain
from domain.shared.decider import Decider

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "tests" / "domain"
PAGES = ROOT / "docs" / "state-machines"
CAPABILITIES = sorted(
    module.name for module in pkgutil.iter_modules(domain.__path__) if module.name != "shared"
)


@dataclass(frozen=True, order=True)
class Transition:
    """From one state by one command to another, and the events it caused on the way."""

    before: str
    command: str
    after: str
    events: tuple[str, ...]


@dataclass
class Watched:
    """What deciders were seen to do."""

    seen: dict[str, set[Transition]] = field(default_factory=lambda: defaultdict(set))

    def over(self, capability: str, decider: Decider[Any, Any, Any]) -> None:
        """Note from now on whatever this decider decides; refusals move nothing."""
        decide, evolve = decider.decide, decider.evolve

        def noting(state: Any, command: Any) -> Sequence[Any]:
            events = decide(state, command)
            after = reduce(evolve, events, state)
            told = tuple(dict.fromkeys(_name(event) for event in events))
            self.seen[capability].add(Transition(_name(state), _name(command), _name(after), told))
            return events

        # Frozen against the house, not against whoever watches it: tests hold this very object.
        object.__setattr__(decider, "decide", noting)


def watch() -> Mapping[str, set[Transition]]:
    """Run the examples of the domain, and no law that asks at random: see what deciders do."""
    watched = Watched()
    for capability in CAPABILITIES:
        watched.over(capability, importlib.import_module(f"domain.{capability}").decider)
    code = pytest.main(
        ["-q", "-p", "no:cacheprovider", "--no-header", "-m", "not hypothesis", str(EXAMPLES)]
    )
    if code:
        raise SystemExit("the examples of the domain do not pass")
    return watched.seen


def page(capability: str, transitions: Iterable[Transition]) -> str:
    """One state machine: how it moves, and what it does without moving."""
    told = sorted(transitions)
    return "\n".join(
        [
            f"# {capability.capitalize()}",
            "",
            f"Drawn by `make diagrams` from the decider of `domain/{capability}`,",
            "as the examples in its tests drive it. Not written by hand.",
            "",
            "```mermaid",
            "stateDiagram-v2",
            *_arrows(told),
            "```",
            "",
            "| In | Command | Becomes | Events |",
            "| --- | --- | --- | --- |",
            *_rows(told),
            "",
        ]
    )


def never_asked(capability: str, transitions: Iterable[Transition]) -> Sequence[str]:
    """The commands of a capability that no example sees accepted."""
    room = importlib.import_module(f"domain.{capability}")
    (union,) = (getattr(room, name) for name in room.__all__ if name.endswith("Command"))
    members = {each.__name__ for each in get_args(union) or (union,)}
    return sorted(members - {each.command for each in transitions})


def main(arguments: Sequence[str]) -> int:
    seen = watch()
    pages = {name: page(name, seen[name]) for name in CAPABILITIES}
    lacking = {name: told for name in CAPABILITIES if (told := never_asked(name, seen[name]))}
    for capability, commands in lacking.items():
        _say(f"{capability}: no example sees accepted {', '.join(commands)}")
    return _compare(pages) or bool(lacking) if "--check" in arguments else _write(pages)


def _write(pages: Mapping[str, str]) -> int:
    PAGES.mkdir(exist_ok=True)
    for name, text in pages.items():
        (PAGES / f"{name}.md").write_text(text)
    return 0


def _compare(pages: Mapping[str, str]) -> int:
    stale = [name for name, text in pages.items() if _written(name) != text]
    if stale:
        _say(f"docs/state-machines is not as the deciders are: {', '.join(stale)}")
        _say("write it afresh with make diagrams")
    return bool(stale)


def _written(name: str) -> str:
    written = PAGES / f"{name}.md"
    return written.read_text() if written.exists() else ""


def _arrows(transitions: Sequence[Transition]) -> Iterable[str]:
    between: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in transitions:
        if each.before != each.after and each.command not in between[each.before, each.after]:
            between[each.before, each.after].append(each.command)
    for (before, after), commands in sorted(between.items()):
        yield f"    {before} --> {after}: {', '.join(commands)}"


def _rows(transitions: Sequence[Transition]) -> Iterable[str]:
    caused: dict[tuple[str, str, str], dict[str, None]] = defaultdict(dict)
    for each in transitions:
        becomes = "stays" if each.before == each.after else each.after
        caused[each.before, each.command, becomes] |= dict.fromkeys(each.events)
    for (before, command, becomes), events in caused.items():
        yield f"| {before} | {command} | {becomes} | {', '.join(events) or 'nothing'} |"


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _name(thing: object) -> str:
    return type(thing).__name__


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
