"""The auditor's views over HTTP: the log itself, who read what."""

from interface.http.audit import access_log, streams

ROUTERS = (streams.router, access_log.router)

__all__ = ["ROUTERS"]
