"""The auditor's views over HTTP: the log itself, who read what, what policies left undone."""

from interface.http.audit import access_log, streams, tasks

ROUTERS = (streams.router, access_log.router, tasks.router)

__all__ = ["ROUTERS"]
