"""Reference data over HTTP, in editions: holidays, limits of clocks, codes, office hours."""

from interface.http.reference import code_lists, publishing, reading

ROUTERS = (publishing.router, code_lists.router, reading.router)

__all__ = ["ROUTERS"]
