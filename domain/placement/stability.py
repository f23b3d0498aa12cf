"""Words in which a placement that shakes is told: who noticed what changed."""

from enum import StrEnum


class ToldBy(StrEnum):
    """Who said that something changed; a young person may ask for a review itself (R-36)."""

    YOUNG_PERSON = "young_person"
    PROVIDER = "provider"
    COUNCIL = "council"
    OTHER = "other"
