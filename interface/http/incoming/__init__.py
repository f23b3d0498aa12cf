"""Children whom other authorities placed here, over HTTP."""

from interface.http.incoming import reading, telling

ROUTERS = (telling.router, reading.router)

__all__ = ["ROUTERS"]
