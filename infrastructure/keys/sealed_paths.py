"""Paths to the sealed values of a piece of JSON, and the walk along them.

A path is written as a JSON pointer (RFC 6901), and is part of what each seal is bound to.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Json = Any
SealLeaf = Callable[[Json, str], Json]
RESERVED = "sealed"


class CannotPlan(TypeError):
    """A field is declared in a way that hides whether something in it is to be sealed."""


@dataclass(frozen=True)
class Leaf:
    """The value here is sealed whole, unless there is none."""

    def apply(self, value: Json, path: str, seal: SealLeaf) -> Json:
        return None if value is None else seal(value, path)


@dataclass(frozen=True)
class Fields:
    """A model, some of whose fields hold something sealed."""

    inner: Mapping[str, "Node"]

    def apply(self, value: Json, path: str, seal: SealLeaf) -> Json:
        changed = dict(value)
        for name, node in self.inner.items():
            if value.get(name) is not None:
                changed[name] = node.apply(value[name], f"{path}/{name}", seal)
        return changed


@dataclass(frozen=True)
class Items:
    """A tuple, each of whose items holds something sealed."""

    inner: "Node"

    def apply(self, value: Json, path: str, seal: SealLeaf) -> Json:
        return [self.inner.apply(item, f"{path}/{n}", seal) for n, item in enumerate(value)]


@dataclass(frozen=True)
class Entries:
    """A mapping by text. `sealed` cannot be a key: it would read as something sealed."""

    inner: "Node | None"

    def apply(self, value: Json, path: str, seal: SealLeaf) -> Json:
        if RESERVED in value:
            raise ValueError(f"`{RESERVED}` cannot be a key in {path}.")
        if self.inner is None:
            return value
        apply = self.inner.apply
        return {key: apply(item, f"{path}/{escape(key)}", seal) for key, item in value.items()}


@dataclass(frozen=True)
class Member:
    """One model of a union: what it looks like in JSON, and where its sealed values lie."""

    names: frozenset[str]
    literals: Mapping[str, Sequence[Json]]
    node: "Node | None"

    def is_of(self, value: Mapping[str, Json]) -> bool:
        return value.keys() <= self.names and all(
            value.get(name) in allowed for name, allowed in self.literals.items()
        )


@dataclass(frozen=True)
class Choice:
    """A union of models. When several fit, they must agree on what is sealed."""

    members: Sequence[Member]

    def apply(self, value: Json, path: str, seal: SealLeaf) -> Json:
        if not isinstance(value, dict):
            return value
        nodes = [member.node for member in self.members if member.is_of(value)]
        if not nodes or any(node != nodes[0] for node in nodes):
            raise CannotPlan(f"It cannot be told which member of its union {path} is.")
        return nodes[0].apply(value, path, seal) if nodes[0] else value


Node = Leaf | Fields | Items | Entries | Choice


def escape(key: str) -> str:
    """A key as one step of a path (RFC 6901)."""
    return key.replace("~", "~0").replace("/", "~1")
