"""From a function to the refusals it may raise, and to the functions it leads to."""

import ast
import inspect
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from types import FunctionType
from typing import Any, TypeGuard

from application.referral.naming import refused_of
from domain.shared.errors import CaseworkError
from domain.shared.messages import Command, Event
from interface.http.refusals.meaning import OfProperty, OfType, class_behind, member, returned
from interface.http.refusals.reading import (
    body_of,
    classes_in,
    element_of,
    hints,
    is_ours,
    plain,
)

IN_BACKTICKS = re.compile(r"`(\w+)`")

Refusals = frozenset[type[CaseworkError]]


@dataclass(frozen=True)
class Step:
    """A function as it is met: in which class, and deciding which command."""

    function: FunctionType
    owner: type | None = None
    command: type[Command] | None = None


@dataclass
class Followed:
    """What one step raises itself, and the steps that it leads to."""

    refusals: set[type[CaseworkError]] = field(default_factory=set)
    onward: set[Step] = field(default_factory=set)


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
    reader = _Reader(step)
    for statement in body_of(step.function):
        reader.visit(statement)
    if getattr(step.owner, "_is_protocol", False):
        reader.followed.refusals.update(_told_by_port(step.function.__doc__ or ""))
    return reader.followed


class _Reader(ast.NodeVisitor):
    """Reads one function; every name in it that leads somewhere is followed."""

    def __init__(self, step: Step) -> None:
        self.step, self.followed = step, Followed()
        self.known: dict[str, Any] = {
            name: OfType(hint) for name, hint in hints(step.function).items()
        }
        if step.owner is not None:
            self.known["self"] = OfType(step.owner)
            self.known["cls"] = step.owner

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit(node.value)
        for target in node.targets:
            match target, node.value:
                case ast.Tuple(elts=names), ast.Tuple(elts=values):
                    for name, value in zip(names, values, strict=False):
                        self._bind(name, self._meaning(value))
                case _:
                    self._bind(target, self._meaning(node.value))

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self.visit(node.value)
        self._bind(node.target, self._meaning(node.value))

    def visit_For(self, node: ast.For) -> None:
        self._bind_elements(node.target, node.iter)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        self._bind_elements(node.target, node.iter)
        self.generic_visit(node)

    def visit_ListComp(self, node: ast.ListComp) -> None:
        self._comprehended(node, node.elt)

    def visit_SetComp(self, node: ast.SetComp) -> None:
        self._comprehended(node, node.elt)

    def visit_GeneratorExp(self, node: ast.GeneratorExp) -> None:
        self._comprehended(node, node.elt)

    def visit_DictComp(self, node: ast.DictComp) -> None:
        self._comprehended(node, node.key, node.value)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        # Decorators and declared types lead nowhere that the call itself does not.
        for each in node.body:
            self.visit(each)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        for each in node.body:
            self.visit(each)

    def visit_match_case(self, node: ast.match_case) -> None:
        named = [each.cls for each in ast.walk(node.pattern) if isinstance(each, ast.MatchClass)]
        if self._concerns(named) and (node.guard is None or self._may_hold(node.guard)):
            for each in (*([node.guard] if node.guard else []), *node.body):
                self.visit(each)

    def visit_If(self, node: ast.If) -> None:
        self.visit(node.test)
        for each in node.body if self._may_hold(node.test) else ():
            self.visit(each)
        for each in node.orelse:
            self.visit(each)

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Name) and node.func.id == "isinstance":
            return
        if (of := class_behind(self._meaning(node.func))) is not None:
            self._lead_to(inspect.getattr_static(of, "__call__", None), of)
        self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> None:
        self._lead_to(self._meaning(node))

    def visit_Attribute(self, node: ast.Attribute) -> None:
        base, found = self._meaning(node.value), self._meaning(node)
        if isinstance(base, type) and issubclass(base, CaseworkError):
            # As in `WrongState.of`; to read its code alone refuses nothing.
            self.followed.refusals |= {base} if callable(found) else set()
            return
        self._lead_to(found, class_behind(base))
        self.visit(node.value)

    def _comprehended(self, node: Any, *told: ast.expr) -> None:
        for each in (*node.generators, *told):
            self.visit(each)

    def _bind(self, target: ast.expr, meaning: Any) -> None:
        if isinstance(target, ast.Name):
            self.known[target.id] = meaning

    def _bind_elements(self, target: ast.expr, of: ast.expr) -> None:
        whole = self._meaning(of)
        known = isinstance(whole, OfType | OfProperty)
        self._bind(target, OfType(element_of(whole.hint)) if known else None)

    def _lead_to(self, found: Any, owner: type | None = None) -> None:
        """A function, property or table that is named is a way on."""
        if isinstance(found, OfProperty):
            found, owner = found.read, found.owner
        if isinstance(found, tuple | list):
            for row in found:
                self._row(row)
            return
        if isinstance(found, type):
            self._made(found)
        elif (function := plain(found)) is not None:
            self.followed.onward.add(Step(function, owner, self.step.command))

    def _made(self, of: type) -> None:
        """A class that is named is one that is made: a refusal, a command, or a value of ours."""
        if issubclass(of, CaseworkError):
            self.followed.refusals.add(of)
        elif issubclass(of, Command):
            self._decided(of)
        elif issubclass(of, Event):
            # Named outside a decision it is only read.
            self.followed.refusals |= refused_of(of) if self.step.command else set()
        elif is_ours(of):
            defaults = [each.default for each in fields(of)] if is_dataclass(of) else []
            self.followed.refusals |= set(filter(_is_refusal, defaults))
            if (after := plain(of.__dict__.get("__post_init__"))) is not None:
                self.followed.onward.add(Step(after, of))

    def _row(self, row: Any) -> None:
        """A row of a table of decisions leads on where it is for the command at hand."""
        commands, *rest = row if isinstance(row, tuple) else (None, row)
        named = [each for each in classes_in(commands) if issubclass(each, Command)]
        if self._is_about(named):
            for each in rest:
                self._lead_to(each if isinstance(each, FunctionType) else None)

    def _decided(self, command: type[Command]) -> None:
        room = sys.modules.get(".".join(command.__module__.split(".")[:2]))
        decider = getattr(room, "decider", None)
        if decider is not None:
            self.followed.onward.add(Step(decider.decide, None, command))

    def _concerns(self, named: Sequence[ast.expr]) -> bool:
        meant = [self._meaning(each) for each in named]
        return self._is_about([m for m in meant if isinstance(m, type) and issubclass(m, Command)])

    def _is_about(self, named: Sequence[type]) -> bool:
        at_hand = self.step.command
        return not named or at_hand is None or any(issubclass(at_hand, each) for each in named)

    def _may_hold(self, test: ast.expr) -> bool:
        """Whether the command at hand may be of the kind that a test asks about."""
        match test:
            case ast.Call(func=ast.Name(id="isinstance"), args=[_, kinds]):
                named = [c for c in classes_in(self._meaning(kinds)) if issubclass(c, Command)]
                return self._is_about(named)
            case _:
                return True

    def _meaning(self, node: ast.expr) -> Any:
        """What an expression stands for: a thing itself, its declared type, or nothing known."""
        match node:
            case ast.Name(id=name):
                return self.known.get(name, self.step.function.__globals__.get(name))
            case ast.Attribute(value=value, attr=name):
                return member(self._meaning(value), name)
            case ast.Call(func=called):
                return returned(self._meaning(called))
            case _:
                return None


def _told_by_port(docstring: str) -> Iterator[type[CaseworkError]]:
    """A port has no source to read: its docstring names in backticks what it may refuse."""
    named, waiting = set(IN_BACKTICKS.findall(docstring)), [CaseworkError]
    while waiting:
        refusal = waiting.pop()
        waiting += refusal.__subclasses__()
        if refusal.__name__ in named:
            yield refusal


def _is_refusal(thing: Any) -> TypeGuard[type[CaseworkError]]:
    return isinstance(thing, type) and issubclass(thing, CaseworkError)


def steps_of(calls: Sequence[Any]) -> Iterator[Step]:
    """What a route calls: functions, and things that are called as one."""
    for each in calls:
        if (function := plain(each)) is not None:
            yield Step(function)
        elif (acting := plain(type(each).__call__)) is not None:
            yield Step(acting, type(each))
