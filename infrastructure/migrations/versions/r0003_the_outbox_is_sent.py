"""How often a message was tried and when it is due again; what is sent leaves the outbox.

Revision ID: 0003
"""

from alembic import op
from sqlalchemy import Column, Integer

from infrastructure.columns import Instant

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.drop_column("outbox", "sent_at")
    op.add_column("outbox", Column("attempts", Integer, nullable=False, server_default="0"))
    op.add_column("outbox", Column("due_at", Instant))
