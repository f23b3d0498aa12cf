"""Where in a request something is wrong, in our own words alone.

A name that we do not know was sent by somebody, and may be a child's: it is never echoed.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

UNKNOWN = "*"
PARTS = frozenset({"body", "query", "header", "path"})


def names_in(described: Mapping[str, Any]) -> frozenset[str]:
    """Every name of a field or parameter that the description of the service declares."""
    return PARTS | frozenset(_names(described))


def pointer(where: Sequence[str | int], known: frozenset[str]) -> str:
    """A JSON pointer with a star in the place of every name that nobody declared."""
    return "".join(
        f"/{part if isinstance(part, int) or part in known else UNKNOWN}" for part in where
    )


def _names(node: Any) -> Iterator[str]:
    if isinstance(node, Mapping):
        yield from node.get("properties", {})
        if "in" in node and isinstance(node.get("name"), str):
            yield node["name"]
    for inner in _within(node):
        yield from _names(inner)


def _within(node: Any) -> Iterator[Any]:
    """What is inside, but for examples, which are what is sent and no description of it."""
    if isinstance(node, Mapping):
        yield from (inner for key, inner in node.items() if key not in {"example", "examples"})
    elif isinstance(node, list):
        yield from node
