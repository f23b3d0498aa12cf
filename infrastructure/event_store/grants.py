"""What the service's own role may do on PostgreSQL: to the log, nothing but add and read.

Migrations run as another role, which owns the tables. The read models are the service's
own, since it builds them as it runs.
"""

from sqlalchemy import Table

from infrastructure.database import Database
from infrastructure.event_store.tables import log_metadata, numbering_column


def grant_service_role(database: Database, role: str) -> None:
    """Give an existing role what the service needs, and take from it whatever else it had.

    Run by the owner of the tables, after migrating. Raises `ValueError` on SQLite, which
    has no roles.
    """
    if not database.is_postgres:
        raise ValueError("SQLite has no roles.")
    grantee = database.engine.dialect.identifier_preparer.quote(role)
    with database.write() as connection:
        connection.exec_driver_sql(f"GRANT USAGE, CREATE ON SCHEMA public TO {grantee}")
        connection.exec_driver_sql(f"GRANT SELECT ON alembic_version TO {grantee}")
        for table in log_metadata.sorted_tables:
            connection.exec_driver_sql(f"REVOKE ALL ON {table.name} FROM PUBLIC, {grantee}")
            for privilege in _privileges(table):
                connection.exec_driver_sql(f"GRANT {privilege} TO {grantee}")


def _privileges(table: Table) -> list[str]:
    number = numbering_column(table)
    if not table.info.get("append_only"):
        return [f"SELECT, INSERT, UPDATE, DELETE ON {table.name}"]
    columns = ", ".join(column.name for column in table.columns if column.name != number)
    privileges = [f"SELECT, INSERT ({columns}) ON {table.name}"]
    if number is not None:
        # The guard against chosen numbers reads the sequence.
        privileges.append(f"SELECT ON SEQUENCE {table.name}_{number}_seq")
    return privileges
