"""Structured logs without personal data: only keys that are known to hold none get through."""

import logging
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

ALLOWED = frozenset(
    {
        "event", "level", "timestamp", "logger", "method", "route", "status", "milliseconds",
        "projection", "position", "error", "policy", "stream", "subject", "role", "rule", "action",
        "request_id", "address", "database", "count", "read", "imported", "refused", "seconds",
        "message",
    }
)  # fmt: skip


def only_allowed(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Drop whatever nobody has vouched for."""
    return {key: value for key, value in event.items() if key in ALLOWED}


def quieten() -> None:
    """Only what has gone wrong: for a demonstration, which tells its own story."""
    configure(logging.WARNING)


def configure(level: int = logging.INFO) -> None:
    """One JSON line for each thing that happens, on standard error."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            only_allowed,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
