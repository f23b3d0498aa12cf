"""Reference data over HTTP: bank holidays, limits of clocks, office hours, in editions."""

from interface.http.reference import publishing, reading

ROUTERS = (publishing.router, reading.router)

__all__ = ["ROUTERS"]
