"""Where in a request something is wrong, in our own words alone.

A name that we do not know was sent by somebody, and may be a child's: it is never echoed.
"""

from collections.abc import Iterator, Sequence
from typing import Any, get_args

from fastapi import APIRouter
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from pydantic import BaseModel

UNKNOWN = "*"
PARTS = frozenset({"body", "query", "header", "path"})


def names_in(routers: Sequence[APIRouter]) -> frozenset[str]:
    """Every name of a field or parameter that these routes declare, with the names of our parts.

    Read from the routes and not from their description: to describe them all takes a second,
    and the first who sent something wrong would have waited for it, and everybody with them.
    """
    names, models = set(PARTS), list[type[BaseModel]]()
    for told in _asked_for(routers):
        for field in (*told.path_params, *told.query_params, *told.header_params):
            names.add(field.alias)
        for field in told.body_params:
            names.add(field.alias)
            models += _models(field.field_info.annotation)
    return frozenset(names | set(_fields(models)))


def pointer(where: Sequence[str | int], known: frozenset[str]) -> str:
    """A JSON pointer with a star in the place of every name that nobody declared."""
    return "".join(
        f"/{part if isinstance(part, int) or part in known else UNKNOWN}" for part in where
    )


def _asked_for(routers: Sequence[APIRouter]) -> Iterator[Dependant]:
    """What each route asks for, and each of its dependencies."""
    routes = [route for router in routers for route in router.routes]
    pending = [route.dependant for route in routes if isinstance(route, APIRoute)]
    while pending:
        told = pending.pop()
        yield told
        pending += told.dependencies


def _fields(models: list[type[BaseModel]]) -> Iterator[str]:
    """The names by which these models and all within them are sent."""
    seen = set[type[BaseModel]]()
    while models:
        model = models.pop()
        if model not in seen:
            seen.add(model)
            for name, field in model.model_fields.items():
                yield field.alias or name
                models += _models(field.annotation)


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models(part)]
