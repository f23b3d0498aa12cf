"""Why a child's next home has to be planned."""

from enum import StrEnum


class MoveCause(StrEnum):
    """What happened to the home that the child lives in."""

    REGISTRATION_LAPSED = "registration_lapsed"
    HOME_CLOSING = "home_closing"
