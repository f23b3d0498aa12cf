"""A home that is not local is chosen on evidence (Children Act 1989, s. 22C(9) and s. 22G)."""

from collections.abc import Collection

from domain.referral.errors import NotLocalUnexplained
from domain.referral.sufficiency import Sufficiency
from domain.shared.personal import legible
from domain.shared.vocabulary import SettingId


def require_steps_taken(
    outside_area: Collection[SettingId], sufficiency: Sufficiency | None
) -> None:
    """Refuse to choose a home outside the area without what was tried, and what came first.

    Local is what lies within the council's boundaries on the day of arrival (R-83); where that
    is not known nothing is asked. A start is a fact, and is never asked for it.
    """
    if not outside_area:
        return
    said = sufficiency is not None and legible(sufficiency.steps).strip()
    if sufficiency is None or not said or not sufficiency.prioritised:
        raise NotLocalUnexplained(
            "Say which reasonably practicable steps were taken to find a home in the area, and "
            "which of the other criteria were given priority.",
            homes=[str(each) for each in sorted(outside_area)],
        )
