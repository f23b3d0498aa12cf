"""Any event of any class, made from what its fields declare: for laws of storage.

They are well formed and mean nothing: no decision would ever cause most of them.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NewType, Union, get_args, get_origin
from uuid import UUID

from annotated_types import Ge, Gt, Le, Lt, MaxLen, MinLen
from hypothesis import strategies as st
from pydantic import AwareDatetime, BaseModel
from pydantic.fields import FieldInfo

from domain.shared.messages import Event
from domain.shared.personal import Erased

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
INSTANTS = st.datetimes(
    datetime(2000, 1, 1),  # noqa: DTZ001  # hypothesis adds the zone
    datetime(2099, 12, 31),  # noqa: DTZ001  # as above
    timezones=st.just(UTC),
)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))

PLAIN: Mapping[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    int: st.integers(0, 2**31),
    bool: st.booleans(),
    UUID: st.uuids(),
    date: DAYS,
    time: st.times(),
    datetime: INSTANTS,
    AwareDatetime: INSTANTS,
    NoneType: st.none(),
}


def events_of(event_class: type[Event]) -> st.SearchStrategy[Any]:
    """Events that pass the class's own validation, with nothing erased in them."""
    return _model(event_class)


@cache
def _model(model: type[BaseModel]) -> st.SearchStrategy[Any]:
    drawn = st.fixed_dictionaries(
        {name: _field(field) for name, field in model.model_fields.items()}
    )
    return drawn.map(lambda told: _built(model, told)).filter(lambda made: made is not None)


def _built(model: type[BaseModel], told: dict[str, Any]) -> BaseModel | None:
    try:
        return model(**told)
    except ValueError:  # what a validator of its own forbids
        return None


def _field(field: FieldInfo) -> st.SearchStrategy[Any]:
    return _bounded(field.annotation, field.metadata)


def _of(declared: Any) -> st.SearchStrategy[Any]:
    origin, arguments = get_origin(declared), get_args(declared)
    if declared in PLAIN:
        return PLAIN[declared]
    if isinstance(declared, NewType):
        return _of(declared.__supertype__)
    if origin is Annotated:
        return _bounded(arguments[0], arguments[1:])
    if origin in {Union, UnionType}:
        return st.one_of(*(_of(each) for each in arguments if each is not Erased))
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is tuple:
        return _tuple(arguments)
    if origin in {dict, Mapping}:
        return st.dictionaries(_of(arguments[0]), _of(arguments[1]), max_size=2)
    if issubclass(declared, Enum):
        return st.sampled_from(declared)
    return _model(declared)


def _tuple(arguments: Sequence[Any]) -> st.SearchStrategy[Any]:
    if arguments[-1] is Ellipsis:
        return st.lists(_of(arguments[0]), max_size=2).map(tuple)
    return st.tuples(*map(_of, arguments))


def _parts(told: Any) -> Sequence[Any]:
    """A `Field` inside an annotation says what it allows by parts of its own."""
    return told.metadata if isinstance(told, FieldInfo) else [told]


def _bounded(declared: Any, metadata: Sequence[Any]) -> st.SearchStrategy[Any]:
    """What the annotation allows: only numbers and lengths are bounded in the domain."""
    least, most = 0, 2**31
    metadata = [part for each in metadata for part in _parts(each)]
    if patterns := [p for each in metadata if (p := getattr(each, "pattern", None))]:
        return st.from_regex(patterns[0], fullmatch=True)
    for bound in metadata:
        match bound:
            case Ge(ge=value) | MinLen(min_length=value):
                least = int(str(value))
            case Gt(gt=value):
                least = int(str(value)) + 1
            case Le(le=value) | MaxLen(max_length=value):
                most = int(str(value))
            case Lt(lt=value):
                most = int(str(value)) - 1
            case _:
                pass
    if declared is int:
        return st.integers(least, most)
    if declared is str and least:
        return st.text("abcdefghij", min_size=least, max_size=max(least, min(most, 12)))
    if get_origin(declared) is tuple and least:
        items = _of(get_args(declared)[0])
        return st.lists(items, min_size=least, max_size=least + 1).map(tuple)
    return _of(declared)
