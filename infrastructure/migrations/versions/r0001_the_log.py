"""The log, the answers to commands, the positions, the outbox, and who read what.

Revision ID: 0001
"""

from alembic import op
from sqlalchemy import (
    CheckConstraint,
    Column,
    Identity,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from infrastructure.columns import Big, Instant
from infrastructure.event_store.guards import REFUSE, guards_of

revision = "0001"
down_revision = None


def upgrade() -> None:
    dialect = op.get_bind().dialect.name
    if dialect == "postgresql":
        op.execute(REFUSE)
    for table in (_events(), _commands(), _access_log()):
        for name, guard in guards_of(table, dialect).items():
            for statement in guard.statements(name):
                op.execute(statement)
    _positions()
    _outbox()
    _tasks()
    _settings()


def _events() -> Table:
    return op.create_table(
        "events",
        Column("position", Big, Identity(always=True), primary_key=True),
        Column("stream", Text, nullable=False),
        Column("version", Integer, nullable=False),
        Column("name", Text, nullable=False),
        Column("body", LargeBinary, nullable=False),
        UniqueConstraint("stream", "version", name="events_stream_version"),
        CheckConstraint("position >= 1", name="events_position_counts"),
        sqlite_autoincrement=True,
    )


def _commands() -> Table:
    return op.create_table(
        "commands",
        Column("authority", Text, nullable=False),
        Column("subject", Text, nullable=False),
        Column("key", Text, nullable=False),
        Column("body_hmac", LargeBinary, nullable=False),
        Column("answer", Text, nullable=False),
        Column("stream", Text, nullable=False),
        Column("version", Integer, nullable=False),
        PrimaryKeyConstraint("authority", "subject", "key", name="commands_pkey"),
    )


def _access_log() -> Table:
    return op.create_table(
        "access_log",
        Column("id", Big, Identity(always=True), primary_key=True),
        Column("at", Instant, nullable=False),
        Column("subject", Text, nullable=False),
        Column("role", Text, nullable=False),
        Column("authority", Text, nullable=False),
        Column("action", Text, nullable=False),
        Column("resource", Text, nullable=False),
        Column("purpose", Text, nullable=False),
        Column("outcome", Text, nullable=False),
        CheckConstraint("id >= 1", name="access_log_id_counts"),
        sqlite_autoincrement=True,
    )


def _positions() -> None:
    for reader, table in (
        ("policy", "policy_positions"),
        ("projection", "projection_positions"),
    ):
        op.create_table(
            table,
            Column(reader, Text, primary_key=True),
            Column("position", Big, nullable=False),
        )
    op.create_table(
        "stopped_projections",
        Column("projection", Text, primary_key=True),
        Column("position", Big, nullable=False),
        Column("error", Text, nullable=False),
    )


def _outbox() -> None:
    op.create_table(
        "outbox",
        Column("id", Big, Identity(always=True), primary_key=True),
        Column("kind", Text, nullable=False),
        Column("subject", Text, nullable=False),
        Column("body", Text, nullable=False),
        Column("created_at", Instant, nullable=False),
        Column("sent_at", Instant),
        sqlite_autoincrement=True,
    )


def _tasks() -> None:
    op.create_table(
        "policy_tasks",
        Column("id", Big, Identity(always=True), primary_key=True),
        Column("at", Instant, nullable=False),
        Column("policy", Text, nullable=False),
        Column("authority", Text, nullable=False),
        Column("stream", Text, nullable=False),
        Column("event_id", Text, nullable=False),
        Column("code", Text, nullable=False),
        sqlite_autoincrement=True,
    )


def _settings() -> None:
    op.create_table(
        "live_read_models",
        Column("name", Text, primary_key=True),
        Column("revision", Integer, nullable=False),
    )
    op.create_table(
        "service_clock",
        Column("name", Text, primary_key=True),
        Column("offset_seconds", Big, nullable=False),
    )
