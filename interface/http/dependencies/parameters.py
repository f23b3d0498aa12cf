"""Query parameters that a route does not have are refused."""

from typing import Any

from fastapi import Request

from interface.http.problems import UnknownParameter


async def known_parameters(request: Request) -> None:
    """Refuse query parameters that the route does not have."""
    route: Any = request.scope["route"]
    known = {field.alias for field in _query_fields(route.dependant)}
    unknown = set(request.query_params) - known
    if unknown:
        raise UnknownParameter(f"{len(unknown)} of the parameters are not known here.")


def _query_fields(dependant: Any) -> list[Any]:
    fields = list(dependant.query_params)
    for inner in dependant.dependencies:
        fields += _query_fields(inner)
    return fields
