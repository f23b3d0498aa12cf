"""What the names in one function stand for."""

import ast
from typing import Any

from interface.http.refusals.meaning import OfProperty, OfType, member, returned
from interface.http.refusals.reading import element_of, hints
from interface.http.refusals.steps import Step


class Names:
    """Every name of one function, by its declared type or by what is bound to it."""

    def __init__(self, step: Step) -> None:
        self.step = step
        self.known: dict[str, Any] = {
            name: OfType(hint) for name, hint in hints(step.function).items()
        }
        if step.owner is not None:
            self.known["self"] = OfType(step.owner)
            self.known["cls"] = step.owner

    def bind(self, target: ast.expr, meaning: Any) -> None:
        if isinstance(target, ast.Name):
            self.known[target.id] = meaning

    def bind_elements(self, target: ast.expr, of: ast.expr) -> None:
        whole = self.meaning(of)
        known = isinstance(whole, OfType | OfProperty)
        self.bind(target, OfType(element_of(whole.hint)) if known else None)

    def meaning(self, node: ast.expr) -> Any:
        """What an expression stands for: a thing itself, its declared type, or nothing known."""
        match node:
            case ast.Name(id=name):
                return self.known.get(name, self.step.function.__globals__.get(name))
            case ast.Attribute(value=value, attr=name):
                return member(self.meaning(value), name)
            case ast.Call(func=called):
                return returned(self.meaning(called))
            case _:
                return None
