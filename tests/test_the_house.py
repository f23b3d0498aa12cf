"""What a newcomer is told of the house is so: rooms, names, codes, pages."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import domain
from application.imports.ssda903.findings import CATALOGUE
from domain.shared import clock_catalogue
from domain.shared.decider import Decider
from domain.shared.errors import CaseworkError
from infrastructure.event_store.catalogue import SHIPPED
from interface.cli import app

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
CAPABILITIES = sorted(
    module.name for module in pkgutil.iter_modules(domain.__path__) if module.name != "shared"
)
ROOMS = {"chronology", "commands", "decisions", "events", "rules", "state"}
INNER = frozenset({"POLICY_OVERTAKEN"})
"""Raised between runners and caught by them: nobody outside is ever told."""


@pytest.mark.parametrize("capability", CAPABILITIES)
def test_every_capability_has_the_same_rooms(capability: str) -> None:
    has = {m.name for m in pkgutil.iter_modules([str(ROOT / "domain" / capability)])}

    assert ROOMS - has == set()


@pytest.mark.parametrize("capability", CAPABILITIES)
def test_every_capability_introduces_itself_by_its_decider_and_its_states(capability: str) -> None:
    introduced = importlib.import_module(f"domain.{capability}")

    assert isinstance(introduced.decider, Decider)
    assert "──" in (introduced.__doc__ or ""), "draw the states in its docstring"


def test_every_event_is_stored_under_its_own_capability_and_a_version() -> None:
    for name, event in SHIPPED.classes.items():
        capability = event.__module__.split(".")[1]
        assert re.fullmatch(rf"{capability}\.[a-z][a-z_]*\.v[1-9]\d*", name), name


@pytest.mark.covers("R-26")
def test_every_clock_that_is_kept_is_called_as_the_catalogue_calls_it() -> None:
    page = (DOCS / "domain" / "03-clocks.md").read_text()
    catalogued = set(re.findall(r"C-[A-Z0-9-]+", page))
    kept = {code for code in vars(clock_catalogue).values() if str(code).startswith("C-")}

    assert len(kept) > 40
    assert {code for code in kept if not any(name in catalogued for name in begun(code))} == set()


def begun(code: str) -> Iterator[str]:
    """A code, and the clock that it is another limit of: C-TRIAGE of C-TRIAGE-EMERGENCY."""
    words = code.split("-")
    return ("-".join(words[:number]) for number in range(2, len(words) + 1))


def test_every_code_of_a_refusal_is_in_the_specification() -> None:
    page = (DOCS / "domain" / "02-state-machines.md").read_text()

    codes = {refusal.code for refusal in refusals() if hasattr(refusal, "code")}
    assert len(codes) > 20
    assert {code for code in codes - INNER if not re.search(rf"\b{code}\b", page)} == set()


def test_every_finding_of_an_import_is_on_its_page() -> None:
    page = (DOCS / "import.md").read_text()

    assert {code for code in CATALOGUE if f"| {code} |" not in page} == set()


def test_every_setting_is_on_the_page_of_operations() -> None:
    read = re.findall(r'told\.get\(\s*"(\w+)"', (ROOT / "interface" / "settings.py").read_text())
    page = (DOCS / "operations.md").read_text()

    assert read
    assert {name for name in read if f"`PLACEMENTS_{name}`" not in page} == set()


def test_every_command_is_on_the_page_of_operations() -> None:
    page = (DOCS / "operations.md").read_text()
    commands = (command.name or command.callback for command in app.registered_commands)
    named = {name if isinstance(name, str) else getattr(name, "__name__", "") for name in commands}

    named |= {group.name for group in app.registered_groups if isinstance(group.name, str)}
    assert {"serve", "import"} <= named
    assert {name for name in named if not re.search(rf"^\| `{name}\b", page, re.MULTILINE)} == set()


@cache
def refusals() -> frozenset[type[CaseworkError]]:
    """Every way to say no, from every module of the house."""
    for layer in ("domain", "application", "infrastructure", "interface"):
        package = importlib.import_module(layer)
        for module in pkgutil.walk_packages(package.__path__, f"{layer}."):
            if ".migrations." not in module.name:
                importlib.import_module(module.name)
    return frozenset(below(CaseworkError))


def below(kind: type[CaseworkError]) -> Iterator[type[CaseworkError]]:
    yield kind
    for narrower in kind.__subclasses__():
        yield from below(narrower)
