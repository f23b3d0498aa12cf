"""What is true of a placement, and what may happen next. Standard library and pydantic only."""
