"""The source of a function as a tree, and what the names in it stand for."""

import ast
import inspect
import threading
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import FunctionType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

ONE_AT_A_TIME = threading.Lock()
"""Python 3.11 counts the depth of its trees for all threads together: two at once may fail."""

OURS = ("domain", "application", "interface")


def body_of(function: FunctionType) -> Sequence[ast.stmt]:
    """A function's own source; nothing where the source was not shipped."""
    code = function.__code__
    return _bodies(code.co_filename).get((function.__name__, code.co_firstlineno), ())


@cache
def _bodies(file: str) -> Mapping[tuple[str, int], Sequence[ast.stmt]]:
    """The functions of a file by name and first line, which is a decorator's where there is one."""
    path = Path(file)
    with ONE_AT_A_TIME:
        found = ast.walk(ast.parse(path.read_bytes())) if path.is_file() else ()
    return {
        (node.name, min([node.lineno, *(each.lineno for each in node.decorator_list)])): node.body
        for node in found
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def is_ours(thing: Any) -> bool:
    return str(getattr(thing, "__module__", "")).partition(".")[0] in OURS


@cache
def hints(of: Any) -> Mapping[str, Any]:
    """The declared types of a class's fields or of a function's parameters."""
    try:
        return get_type_hints(of)
    except (NameError, TypeError, AttributeError):
        return {}


def class_of(hint: Any) -> type | None:
    """The class of a declared type of ours: `X` of `X | None`, and of `Annotated[X, ...]`."""
    if get_origin(hint) is Annotated:
        return class_of(get_args(hint)[0])
    if isinstance(hint, UnionType) or get_origin(hint) is Union:
        return next((found for each in get_args(hint) if (found := class_of(each))), None)
    found = get_origin(hint) or hint
    return found if isinstance(found, type) and is_ours(found) else None


def element_of(hint: Any) -> Any:
    """What a sequence or an iterator of something is of."""
    given = get_args(hint)
    return given[0] if given and get_origin(hint) is not Annotated else None


def classes_in(alias: Any) -> tuple[type, ...]:
    """The classes that a union names, or the one class itself."""
    if isinstance(alias, type):
        return (alias,)
    return tuple(found for each in get_args(alias) for found in classes_in(each))


def plain(function: Callable[..., Any] | Any) -> FunctionType | None:
    """The function behind a method, a property or a decorated function, if it is ours."""
    found = inspect.unwrap(function) if callable(function) else function
    for name in ("fget", "func", "__func__"):
        found = getattr(found, name, None) or found
    return found if isinstance(found, FunctionType) and is_ours(found) else None
