"""Where the names in one function lead: to refusals, and to other functions."""

import ast
import sys
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from types import FunctionType
from typing import Any, TypeGuard

from application.referral.naming import refused_of
from domain.shared.errors import CaseworkError
from domain.shared.messages import Command, Event
from interface.http.refusals.meaning import OfProperty
from interface.http.refusals.names import Names
from interface.http.refusals.reading import classes_in, is_ours, plain
from interface.http.refusals.steps import Followed, Step


class Ways(Names):
    """Every way on from one function, for the command at hand."""

    def __init__(self, step: Step) -> None:
        super().__init__(step)
        self.followed = Followed()

    def lead_to(self, found: Any, owner: type | None = None) -> None:
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
                self.lead_to(each if isinstance(each, FunctionType) else None)

    def _decided(self, command: type[Command]) -> None:
        room = sys.modules.get(".".join(command.__module__.split(".")[:2]))
        decider = getattr(room, "decider", None)
        if decider is not None:
            self.followed.onward.add(Step(decider.decide, None, command))

    def concerns(self, named: Sequence[ast.expr]) -> bool:
        meant = [self.meaning(each) for each in named]
        return self._is_about([m for m in meant if isinstance(m, type) and issubclass(m, Command)])

    def _is_about(self, named: Sequence[type]) -> bool:
        at_hand = self.step.command
        return not named or at_hand is None or any(issubclass(at_hand, each) for each in named)

    def may_hold(self, test: ast.expr) -> bool:
        """Whether the command at hand may be of the kind that a test asks about."""
        match test:
            case ast.Call(func=ast.Name(id="isinstance"), args=[_, kinds]):
                named = [c for c in classes_in(self.meaning(kinds)) if issubclass(c, Command)]
                return self._is_about(named)
            case _:
                return True


def _is_refusal(thing: Any) -> TypeGuard[type[CaseworkError]]:
    return isinstance(thing, type) and issubclass(thing, CaseworkError)
