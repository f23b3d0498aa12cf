"""The law and policy that a setting obeys, one function for each rule.

Instruments: the Children Act 1989; docs/domain/02, 2.9, for what is the council's own.
"""

from datetime import date

from domain.setting.errors import OverCapacity
from domain.setting.nights import Places
from domain.shared.errors import EffectiveBeforeStream

# Children Act 1989, Sch. 7, paras 2 to 4: no more than three, but for siblings of each
# other and for those whom the authority exempts by name.
USUAL_FOSTERING_LIMIT = 3


def require_room(places: Places, first: date, before: date | None) -> None:
    """Refuse if on any of these nights more places are taken than the home may take."""
    over = places.nights_over(first, before)
    if over:
        nights = [str(stretch) for stretch in over]
        raise OverCapacity(f"Too few places on {', '.join(nights)}.", nights=nights)


def require_after(end: date | None, beginning: date) -> None:
    """Refuse an end that leaves not one night between."""
    if end is not None and end <= beginning:
        raise EffectiveBeforeStream(f"It would end on {end}, having begun on {beginning}.")


def require_not_before(day: date, beginning: date) -> None:
    """Refuse a day before the thing it happened to began; the same day is well."""
    if day < beginning:
        raise EffectiveBeforeStream(f"It is dated {day}, before {beginning}.")
