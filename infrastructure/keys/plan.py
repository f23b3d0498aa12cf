"""Where the sealed values of an event or value lie, worked out once for each class.

A union of values is told apart as pydantic tells it: by field names and literals.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NewType, Union, get_args, get_origin

from pydantic import BaseModel, RootModel

from domain.shared.personal import SEAL
from infrastructure.keys.sealed_paths import (
    RESERVED,
    CannotPlan,
    Choice,
    Entries,
    Fields,
    Items,
    Leaf,
    Member,
    Node,
)


@cache
def plan(model: type[BaseModel]) -> Node | None:
    """Where the sealed values of a model lie; none when it has none."""
    if issubclass(model, RootModel):
        return _of_field(model, "root")
    if RESERVED in model.model_fields:
        raise CannotPlan(f"{model.__name__} cannot call a field `{RESERVED}`.")
    found = {name: node for name in model.model_fields if (node := _of_field(model, name))}
    return Fields(found) if found else None


def _of_field(model: type[BaseModel], name: str) -> Node | None:
    field = model.model_fields[name]
    if SEAL in field.metadata:
        return Leaf()
    return _of_type(field.annotation, f"{model.__name__}.{name}")


def _of_type(declared: Any, where: str) -> Node | None:
    """The plan of one declared type. What is not understood is refused, never passed over."""
    origin, arguments = get_origin(declared), get_args(declared)
    if origin is Annotated:
        return Leaf() if SEAL in arguments[1:] else _of_type(arguments[0], where)
    if origin in {Union, UnionType}:
        return _of_union(arguments, where)
    if origin in {tuple, list, Sequence}:
        return _of_items(arguments, where)
    if origin in {dict, Mapping}:
        return _of_mapping(arguments, where)
    if origin is Literal:
        return None
    return _of_class(declared, where)


def _of_class(declared: Any, where: str) -> Node | None:
    if isinstance(declared, NewType):
        return _of_type(declared.__supertype__, where)
    if declared is Any or not isinstance(declared, type):
        raise CannotPlan(f"{where} is {declared}, which may hide something sealed.")
    return plan(declared) if issubclass(declared, BaseModel) else None


def _of_items(arguments: Sequence[Any], where: str) -> Node | None:
    """Items of one kind, or of several when all of them are planned alike."""
    nodes = [_of_type(item, where) for item in arguments if item is not Ellipsis]
    if any(node != nodes[0] for node in nodes):
        raise CannotPlan(f"{where} mixes what is sealed and what is not in one tuple.")
    return Items(nodes[0]) if nodes and nodes[0] else None


def _of_mapping(arguments: Sequence[Any], where: str) -> Node | None:
    key, item = arguments
    inner = _of_type(item, where)
    while isinstance(key, NewType):
        key = key.__supertype__
    return Entries(inner) if inner or key is str else None


def _of_union(arguments: Sequence[Any], where: str) -> Node | None:
    """Members that are planned differently must be models, to be told apart."""
    members = {member: _of_type(member, where) for member in arguments if member is not NoneType}
    nodes = list(members.values())
    if all(node == nodes[0] for node in nodes):
        return nodes[0]
    models = [_as_model(member) for member in members]
    if any(model is None and node for model, node in zip(models, nodes, strict=True)):
        raise CannotPlan(f"{where} mixes what is sealed and what is not in one union.")
    return Choice([_member(model) for model in models if model])


def _as_model(declared: Any) -> type[BaseModel] | None:
    while get_origin(declared) is Annotated:
        declared = get_args(declared)[0]
    is_model = isinstance(declared, type) and issubclass(declared, BaseModel)
    return declared if is_model and not issubclass(declared, RootModel) else None


def _member(model: type[BaseModel]) -> Member:
    literals = {
        name: [getattr(value, "value", value) for value in get_args(field.annotation)]
        for name, field in model.model_fields.items()
        if get_origin(field.annotation) is Literal
    }
    return Member(frozenset(model.model_fields), literals, plan(model))
