"""Why a child's next home has to be planned."""

from enum import StrEnum


class MoveCause(StrEnum):
    """What happened to the home that the child lives in."""

    REGISTRATION_LAPSED = "registration_lapsed"
    HOME_CLOSING = "home_closing"
    CARERS_NOT_APPROVED = "carers_not_approved"
    """The time is over for which they could care for the child (regs. 23 to 25)."""
