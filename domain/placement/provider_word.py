"""What a provider says of where a child is, where that changes no record by itself (R-201)."""

from enum import StrEnum


class SaidToBe(StrEnum):
    """Missing, away without authorisation, or returned from either."""

    MISSING = "missing"
    AWAY = "away"
    RETURNED = "returned"


class WhyKept(StrEnum):
    """Why it was kept as a word: the child does not live there, or the record says otherwise."""

    CHILD_HAD_LEFT = "child_had_left"
    CHILD_LIVES_ELSEWHERE = "child_lives_elsewhere"
    RECORD_SAYS_OTHERWISE = "record_says_otherwise"
