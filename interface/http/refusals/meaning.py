"""What an expression stands for: a thing itself, its declared type, or nothing that is known."""

import inspect
from dataclasses import dataclass
from types import FunctionType, ModuleType
from typing import Any

from interface.http.refusals.reading import class_of, hints, plain


@dataclass(frozen=True)
class OfType:
    """Something of which no more is known than its declared type."""

    hint: Any


@dataclass(frozen=True)
class OfProperty:
    """What reading a property gives, and the function that is run to read it."""

    read: FunctionType
    owner: type

    @property
    def hint(self) -> Any:
        return hints(self.read).get("return")


def class_behind(of: Any) -> type | None:
    """The class of ours that something is of."""
    return class_of(of.hint) if isinstance(of, OfType | OfProperty) else None


def member(of: Any, name: str) -> Any:
    """What `of.name` stands for."""
    if isinstance(of, ModuleType | type):
        return getattr(of, name, None)
    if (owner := class_behind(of)) is None:
        return None
    found = inspect.getattr_static(owner, name, None)
    read = plain(found) if not isinstance(found, FunctionType) else None
    if read is not None and not isinstance(found, classmethod | staticmethod):
        return OfProperty(read, owner)
    if isinstance(found, FunctionType | classmethod | staticmethod):
        return plain(found)
    return OfType(hints(owner).get(name))


def returned(called: Any) -> Any:
    """What is given back when something is called."""
    if isinstance(called, type):
        return OfType(called)
    if (of := class_behind(called)) is not None:
        called = inspect.getattr_static(of, "__call__", None)
    function = plain(called) if not isinstance(called, OfType | OfProperty) else None
    return OfType(hints(function).get("return")) if function is not None else None
