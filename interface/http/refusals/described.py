"""The codes beside each answer of each operation, in the service's description of itself."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from domain.shared.errors import CaseworkError, RecordErased
from interface.http.dependencies import known_parameters
from interface.http.problems import BodyTooLarge, TookTooLong, declared, status_of
from interface.http.refusals.following import refusals_from, steps_of

OF_THE_LOG: tuple[type[CaseworkError], ...] = (RecordErased, TookTooLong)
"""What the log itself may refuse to whoever asks it, to read or to write."""
INVALID = "INVALID_REQUEST"

Codes = Mapping[int, Sequence[str]]


def describe(described: dict[str, Any], routers: Sequence[APIRouter], prefix: str) -> None:
    """Write the codes into every operation of these routers."""
    for route in routes_of(routers):
        for method in route.methods or ():
            _write(described["paths"][prefix + route.path][method.lower()], codes_of(route))


def routes_of(routers: Sequence[APIRouter]) -> Iterator[APIRoute]:
    return (route for router in routers for route in router.routes if isinstance(route, APIRoute))


def _write(operation: dict[str, Any], codes: Codes) -> None:
    answers = operation["responses"]
    for status, told in codes.items():
        answer = answers.setdefault(str(status), declared(status)[status].copy())
        answer["description"] = f"{HTTPStatus(status).phrase}: {', '.join(told)}"
        answer["x-codes"] = list(told)


def codes_of(route: APIRoute) -> Codes:
    """The codes that a route may answer with, by status."""
    called = [known_parameters, *_called(route.dependant)]
    found = set(refusals_from(list(steps_of(called))))
    found |= set(OF_THE_LOG)
    if route.body_field is not None:
        found.add(BodyTooLarge)
    by_status = defaultdict[int, set[str]](set)
    by_status[HTTPStatus.UNPROCESSABLE_ENTITY].add(INVALID)
    for each in found:
        by_status[status_of(each)].add(each.code)
    return {int(status): sorted(codes) for status, codes in sorted(by_status.items())}


def _called(dependant: Dependant) -> Iterator[Any]:
    yield dependant.call
    for inner in dependant.dependencies:
        yield from _called(inner)
