"""The results as a page of Markdown."""

import platform
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from importlib.metadata import version
from os import cpu_count
from textwrap import dedent

from benchmarks.measuring import Row, load
from tests.support import postgres

NOTES = """
Every ratio is of this run: floor and candidate take turns, and the medians are compared. The
floors are a raw durable insert of the same bytes (`sqlite3` in WAL with `synchronous=FULL`;
`psycopg` in autocommit, the server syncing every commit), an `async` FastAPI route that
answers a constant, the same append without order and key row, and reading and decoding the
same log. Read-your-writes is what a command waits for after its commit, at rest. Everything
runs on one machine, clients included.

Acknowledged events lost, or applied twice, in rounds of SIGKILL: none may be.
`tests/interface/test_kill.py` holds that, three rounds for each database in `make test` and
fifty in `make endurance`.
"""


def written(rows: Sequence[Row], at: datetime) -> str:
    lines = [
        "# What it costs",
        "",
        (
            f"Measured on {at:%d %B %Y} with `make bench`: {cpu_count()} cores,"
            f" Python {platform.python_version()}, SQLite {sqlite3.sqlite_version},"
            f" PostgreSQL {postgres.version()}, SQLAlchemy {version('sqlalchemy')},"
            f" eventsourcing {version('eventsourcing')}. Load at the end {load():.1f}."
        ),
        "",
        "| what | found | budget | | |",
        "| --- | --- | --- | --- | --- |",
        *(_line(row) for row in rows),
    ]
    return "\n".join(lines) + "\n" + dedent(NOTES)


def _line(row: Row) -> str:
    met = {True: "met", False: "**missed**", None: ""}[row.met]
    return f"| {row.what} | {row.found} | {row.wanted} | {met} | {row.detail} |"
