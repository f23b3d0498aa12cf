"""The law and policy that a setting obeys, one function for each rule.

Instruments: the Children Act 1989; docs/domain/02, 2.9, for what is the council's own.
"""

from collections.abc import Sequence
from datetime import date

from domain.setting.dated import Dated
from domain.setting.errors import OverCapacity
from domain.setting.nights import Claim, Nights, Places
from domain.shared.admission import SettingNotOpen
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


def require_open_throughout(closures: Sequence[Dated], first: date, before: date | None) -> None:
    """Refuse to promise a night on which the home is known to be closed (R-64).

    To arrive on the day it reopens, or to leave on the day it closes, is well (R-04).
    """
    shut = _shared_nights(closures, first, before)
    if shut:
        nights = [str(stretch) for stretch in shut]
        raise SettingNotOpen(f"The home is closed on {', '.join(nights)}.", nights=nights)


def require_nobody_expected(stays: Sequence[Claim], first: date, before: date | None) -> None:
    """What a closure breaks: places that are held on nights when the home would be closed."""
    held = _shared_nights(stays, first, before)
    if held:
        nights = [str(stretch) for stretch in held]
        raise SettingNotOpen(f"Places are held on {', '.join(nights)}.", nights=nights)


def _shared_nights(entries: Sequence[Dated], first: date, before: date | None) -> Sequence[Nights]:
    """The nights of each entry that lie within a window."""
    shared = []
    for entry in entries:
        start = max(entry.from_, first)
        end = min((day for day in (entry.until, before) if day is not None), default=None)
        if end is None or start < end:
            shared.append(Nights(first=start, before=end))
    return shared


def require_after(end: date | None, beginning: date) -> None:
    """Refuse an end that leaves not one night between."""
    if end is not None and end <= beginning:
        raise EffectiveBeforeStream(f"It would end on {end}, having begun on {beginning}.")


def require_not_before(day: date, beginning: date) -> None:
    """Refuse a day before the thing it happened to began; the same day is well."""
    if day < beginning:
        raise EffectiveBeforeStream(f"It is dated {day}, before {beginning}.")
