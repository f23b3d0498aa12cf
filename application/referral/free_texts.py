"""The free texts of an event: whatever it seals, by the field it stands in."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from domain.shared.messages import Event
from domain.shared.personal import SEAL, Erased

Texts = Sequence[tuple[str, str]]


def free_texts(event: Event) -> Texts:
    """Each sealed text, after a name that whoever wrote it knows it by: `sections.family`."""
    return list(_of_model(event, ""))


def has_free_texts(kind: type[BaseModel]) -> bool:
    """Whether events of this kind, or values of it, may hold such a text."""
    fields = kind.model_fields.values()
    return any(SEAL in field.metadata or _may_hold(field.annotation) for field in fields)


def _may_hold(declared: Any) -> bool:
    if isinstance(declared, type) and issubclass(declared, BaseModel):
        return has_free_texts(declared)
    return _seals(declared) or any(_may_hold(each) for each in get_args(declared))


def _of_model(model: BaseModel, under: str) -> Iterator[tuple[str, str]]:
    for name, field in type(model).model_fields.items():
        sealed = SEAL in field.metadata or _seals(field.annotation)
        yield from _of_value(getattr(model, name), f"{under}{name}", sealed=sealed)


def _of_value(value: Any, name: str, *, sealed: bool) -> Iterator[tuple[str, str]]:
    match value:
        case Erased():
            return
        case BaseModel():
            yield from _of_model(value, f"{name}.")
        case str() if sealed:
            yield name, value
        case Mapping():
            for key, each in value.items():
                yield from _of_value(each, f"{name}.{key}", sealed=sealed)
        case tuple() | list():
            for number, each in enumerate(value):
                called = f"{name}.{_called(each, number)}"
                for field, text in _of_value(each, called, sealed=sealed):
                    yield field.removesuffix(".text"), text


def _called(item: Any, number: int) -> str:
    """A section by its name, a child by its number, anything else by its place."""
    return str(getattr(item, "name", None) or getattr(item, "child", None) or number)


def _seals(declared: Any) -> bool:
    """Whether a type holds sealed items, such as a tuple of sealed texts."""
    if get_origin(declared) is Annotated and SEAL in get_args(declared)[1:]:
        return True
    return any(_seals(each) for each in get_args(declared))
