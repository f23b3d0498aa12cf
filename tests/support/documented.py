"""Every refusal that a test sees is one that the service's description tells of.

Routes are described by reading their rules (`interface/http/refusals`). Here it is held against
what they answer: a code that a route gives and its description does not name fails the test
that met it.
"""

from collections.abc import Mapping, Sequence
from functools import cache

import httpx2

from interface.http.app import PREFIX
from interface.http.refusals.described import codes_of, routes_of
from interface.http.routers import ROUTERS

SEEN = set[str]()
"""The codes that the test at hand has been refused with."""

Documented = Mapping[int, Sequence[str]]


def require_documented(answer: httpx2.Response) -> None:
    """A hook on a client: look at each refusal as it comes."""
    method, path = answer.request.method, answer.request.url.path
    if not 400 <= answer.status_code < 500 or (route := route_of(method, path)) is None:
        return
    answer.read()
    told, code = documented(*route), answer.json()["code"]
    SEEN.add(code)
    assert code in told.get(answer.status_code, ()), (
        f"{method} {route[1]} answered {answer.status_code} {code}, which its description lacks"
    )


@cache
def documented(method: str, path: str) -> Documented:
    found = next(r for r in routes_of(ROUTERS) if r.path == path and method in (r.methods or ()))
    return codes_of(found)


def route_of(method: str, path: str) -> tuple[str, str] | None:
    """The method and the path of the route that answers a request, if one of ours does."""
    for route in routes_of(ROUTERS):
        if method in (route.methods or ()) and route.path_regex.match(path.removeprefix(PREFIX)):
            return method, route.path
    return None
