"""Who is to do what was agreed with a provider."""

from enum import StrEnum


class Doer(StrEnum):
    """The council, or the provider."""

    COUNCIL = "council"
    PROVIDER = "provider"
