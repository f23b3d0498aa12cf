"""The database's own refusal to change what was added.

UPDATE, DELETE, TRUNCATE, replacing (`INSERT OR REPLACE`) and numbers of the writer's choice
are refused to everybody, the owner included. Whoever may alter the schema can take the
guards away, and that is found by `missing_guards`. Released migrations rest on
`guards_of`: what it gives for a table stays as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, PrimaryKeyConstraint, Table, UniqueConstraint, text

from infrastructure.database import Database
from infrastructure.event_store.tables import append_only_tables, numbering_column

REFUSAL = """
BEGIN
    RAISE EXCEPTION 'append-only: % on %', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END """

REFUSE = (
    f"CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $${REFUSAL}$$"
)
"""Creates the function behind every guard on PostgreSQL."""


@dataclass(frozen=True)
class Guard:
    """A trigger: its definition, in the very words in which the database repeats it."""

    table: str
    definition: str
    always: bool = False
    """Whether it also meets PostgreSQL sessions that call themselves replicas."""

    def statements(self, name: str) -> list[str]:
        always = f"ALTER TABLE {self.table} ENABLE ALWAYS TRIGGER {name}"
        return [self.definition, *([always] if self.always else [])]


def guards_of(table: Table, dialect: str) -> dict[str, Guard]:
    """The guards of an append-only table, by name."""
    return _on_postgres(table) if dialect == "postgresql" else _on_sqlite(table)


def missing_guards(database: Database) -> list[str]:
    """Names of the guards that are not in place, or not as they were made."""
    dialect = database.engine.dialect.name
    look = _found_on_postgres if database.is_postgres else _found_on_sqlite
    with database.read() as connection:
        found = look(connection)
    return [
        name
        for table in append_only_tables()
        for name, guard in guards_of(table, dialect).items()
        if found.get(name) != guard
    ]


def _found_on_postgres(connection: Connection) -> Mapping[str, Guard]:
    rows = connection.execute(
        text(
            "SELECT tgname, tgrelid::regclass::text, pg_get_triggerdef(t.oid, true),"
            " tgenabled = 'A' FROM pg_trigger AS t JOIN pg_proc AS p ON p.oid = t.tgfoid"
            " WHERE tgenabled IN ('A', 'O') AND prosrc = :refusal"
        ),
        {"refusal": REFUSAL},
    )
    # Repeated as we wrote it, but for the quotes around words such as "position".
    return {
        name: Guard(table, definition.replace('"', ""), always)
        for name, table, definition, always in rows
    }


def _found_on_sqlite(connection: Connection) -> Mapping[str, Guard]:
    rows = connection.execute(
        text("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'")
    )
    return {name: Guard(table, definition) for name, table, definition in rows}


def _on_postgres(table: Table) -> dict[str, Guard]:
    name = f"{table.name}_refuses_change"
    change = (
        f"CREATE TRIGGER {name} BEFORE DELETE OR UPDATE OR TRUNCATE ON {table.name}"
        " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )
    guards = {name: Guard(table.name, change, always=True)}
    if (number := numbering_column(table)) is not None:
        name = f"{table.name}_refuses_choice"
        choice = (
            f"CREATE TRIGGER {name} BEFORE INSERT ON {table.name} FOR EACH ROW"
            f" WHEN (new.{number} <> currval('{table.name}_{number}_seq'::regclass))"
            " EXECUTE FUNCTION refuse_change()"
        )
        guards[name] = Guard(table.name, choice)
    return guards


def _on_sqlite(table: Table) -> dict[str, Guard]:
    refusals = {
        f"{table.name}_refuses_update": ("UPDATE", "", "append-only"),
        f"{table.name}_refuses_delete": ("DELETE", "", "append-only"),
    }
    if (number := numbering_column(table)) is not None:
        # SQLite shows -1 until it has chosen; a chosen -1 meets the CHECK constraint.
        refusals[f"{table.name}_refuses_choice"] = (
            "INSERT",
            f" WHEN NEW.{number} <> -1",
            "append-only",
        )
    for constraint, columns in _keys_of(table).items():
        # A replaced row fires no delete trigger. What is said here names the constraint.
        same = " AND ".join(f"{column} = NEW.{column}" for column in columns)
        taken = f" WHEN EXISTS (SELECT 1 FROM {table.name} WHERE {same})"
        refusals[f"{constraint}_refuses_replacing"] = ("INSERT", taken, constraint)
    return {
        name: Guard(
            table.name,
            f"CREATE TRIGGER {name} BEFORE {action} ON {table.name}{when}"
            f" BEGIN SELECT RAISE(ABORT, '{said}'); END",
        )
        for name, (action, when, said) in refusals.items()
    }


def _keys_of(table: Table) -> dict[str, list[str]]:
    return {
        str(constraint.name): [column.name for column in constraint.columns]
        for constraint in table.constraints
        if isinstance(constraint, UniqueConstraint | PrimaryKeyConstraint) and constraint.name
    }
