"""A placement put together, begun, reviewed, given notice of, ended."""
