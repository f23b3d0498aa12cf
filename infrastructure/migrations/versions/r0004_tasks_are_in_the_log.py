"""What policies leave to people is told by events, and needs no table of its own.

Revision ID: 0004
"""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.drop_table("policy_tasks")
