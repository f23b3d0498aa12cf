"""By what authority of a court a child is kept in a secure home."""

from enum import StrEnum


class AuthorityOfCourt(StrEnum):
    SECURE_ACCOMMODATION_ORDER = "secure_accommodation_order"
    """Made for the child's welfare, for a time that the court names (Children Act 1989, s. 25)."""
    REMAND = "remand"
    SENTENCE = "sentence"
