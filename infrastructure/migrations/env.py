"""alembic runs this for each migration; the connection and its transaction are the caller's."""

from alembic import context

from infrastructure.event_store.tables import log_metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=log_metadata,
    transactional_ddl=True,
)
context.run_migrations()
