"""Why the risks of a placement are looked at again, and what came of it."""

from enum import StrEnum


class RiskCause(StrEnum):
    """What calls for a review of the risks to this child."""

    PROVIDER_SUSPENDED = "provider_suspended"
    PROVIDER_LEAVING = "provider_leaving"


class RiskOutcome(StrEnum):
    """What was decided for this child; none of these ends a placement by itself (6-48)."""

    STAYS = "stays"
    STAYS_WITH_CONDITIONS = "stays_with_conditions"
    MOVE_TO_BE_PLANNED = "move_to_be_planned"
    NOT_TO_START = "not_to_start"
