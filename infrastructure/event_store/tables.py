"""What the service keeps beside its read models, as tables. alembic alone creates them.

A table whose `info` says `append_only` is guarded by the database: rows are added, and
never changed, removed, replaced or given a number of the writer's choice.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Identity,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from infrastructure.columns import Big, Instant

APPEND_ONLY = {"append_only": True}

log_metadata = MetaData()

events = Table(
    "events",
    log_metadata,
    Column("position", Big, Identity(always=True), primary_key=True),
    Column("stream", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("stream", "version", name="events_stream_version"),
    CheckConstraint("position >= 1", name="events_position_counts"),
    sqlite_autoincrement=True,  # a position is never used twice
    info=APPEND_ONLY,
)
"""The log. The envelope of an event is inside its body: see `mapper`."""

commands = Table(
    "commands",
    log_metadata,
    Column("authority", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("body_hmac", LargeBinary, nullable=False),
    Column("answer", Text, nullable=False),
    Column("stream", Text, nullable=False),
    Column("version", Integer, nullable=False),
    PrimaryKeyConstraint("authority", "subject", "key", name="commands_pkey"),
    info=APPEND_ONLY,
)
"""What was answered to each command, by idempotency key. Kept for good."""

policy_positions = Table(
    "policy_positions",
    log_metadata,
    Column("policy", Text, primary_key=True),
    Column("position", Big, nullable=False),
)
"""How far each policy has read the log."""

projection_positions = Table(
    "projection_positions",
    log_metadata,
    Column("projection", Text, primary_key=True),
    Column("position", Big, nullable=False),
)
"""How far each projection has carried the log into its read model."""

stopped_projections = Table(
    "stopped_projections",
    log_metadata,
    Column("projection", Text, primary_key=True),
    Column("position", Big, nullable=False),
    Column("error", Text, nullable=False),
)
"""Which projections met an event that they could not carry, and where. They wait there."""

outbox = Table(
    "outbox",
    log_metadata,
    Column("id", Big, Identity(always=True), primary_key=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("due_at", Instant),
    sqlite_autoincrement=True,
)
"""What waits to be sent outside, written with the events that cause it. `body` is JSON.

A row is due at once, or at `due_at` after an attempt; it goes when it was sent or given up,
for what became of it is in the log.
"""

live_read_models = Table(
    "live_read_models",
    log_metadata,
    Column("name", Text, primary_key=True),
    Column("revision", Integer, nullable=False),
)
"""Which build of each read model questions are put to: `revision` holds a build number."""

service_clock = Table(
    "service_clock",
    log_metadata,
    Column("name", Text, primary_key=True),
    Column("offset_seconds", Big, nullable=False),
)
"""How far a development clock has been moved ahead of the wall's."""

access_log = Table(
    "access_log",
    log_metadata,
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
    info=APPEND_ONLY,
)
"""Who looked at which record, when, and why."""

documents = Table(
    "documents",
    log_metadata,
    Column("file", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    PrimaryKeyConstraint("file", "sha256", name="documents_pkey"),
    info=APPEND_ONLY,
)
"""What was uploaded or sent out, by its digest, sealed under the key of the file it is in."""


def append_only_tables() -> list[Table]:
    return [table for table in log_metadata.sorted_tables if table.info.get("append_only")]


def numbering_column(table: Table) -> str | None:
    """The column in which the database numbers the rows, if there is one."""
    return next((column.name for column in table.columns if column.identity), None)
