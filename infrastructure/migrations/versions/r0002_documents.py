"""What was uploaded or sent out, sealed, by its digest.

Revision ID: 0002
"""

from alembic import op
from sqlalchemy import Column, LargeBinary, PrimaryKeyConstraint, Text

from infrastructure.event_store.guards import guards_of

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    dialect = op.get_bind().dialect.name
    table = op.create_table(
        "documents",
        Column("file", Text, nullable=False),
        Column("sha256", Text, nullable=False),
        Column("sealed", LargeBinary, nullable=False),
        PrimaryKeyConstraint("file", "sha256", name="documents_pkey"),
    )
    for name, guard in guards_of(table, dialect).items():
        for statement in guard.statements(name):
            op.execute(statement)
