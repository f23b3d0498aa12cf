"""How a home stood, stretch by stretch: what its register says until the next change of it."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from domain.setting.chronology import remembered
from domain.setting.dated import Dated, words_on
from domain.setting.events import SettingEvent
from domain.setting.life import Life
from domain.setting.questions import home_on, life_on
from domain.setting.state import Listed, Setting
from domain.shared.admission import SUFFICES, Registration
from domain.shared.chronology import Period
from domain.shared.envelope import Recorded
from domain.shared.vocabulary import ProviderId


class Standing(Period):
    """From `since` up to, and without, `until` nothing in the home's register changes.

    `places` are those it is run with; `limit` is the lesser of them and the registered ones.
    """

    provider_id: ProviderId | None
    places: int
    limit: int
    registration: Registration
    life: Life
    is_open: bool
    admissions_restricted: bool

    @property
    def admits(self) -> bool:
        """Whether a newcomer would pass the gates that do not depend on who they are."""
        return self.is_open and not self.admissions_restricted and self.registration in SUFFICES


def standings(history: Iterable[Recorded[SettingEvent]]) -> Sequence[Standing]:
    """Every stretch of one home, from the first night on which its places count."""
    return standings_of(remembered(history))


def standings_of(setting: Setting) -> Sequence[Standing]:
    if not isinstance(setting, Listed):
        return []
    entries: Sequence[Dated] = (
        *setting.registrations,
        *setting.exemptions,
        *setting.operators,
        *setting.restrictions,
        *setting.closures,
        *setting.configured,
        *setting.stages,
        *setting.checks,
        *setting.descriptions,
    )
    stretches = pairwise([*_change_points(entries, setting.configured[0].from_), None])
    return [_standing(setting, entries, first, until) for first, until in stretches if first]


def _change_points(entries: Sequence[Dated], first: date) -> Sequence[date]:
    days = {day for entry in entries for day in (entry.from_, entry.until) if day is not None}
    return sorted({day for day in days if day > first} | {first})


def _standing(
    setting: Listed, entries: Sequence[Dated], first: date, until: date | None
) -> Standing:
    home, places = home_on(setting, first), setting.places()
    return Standing(
        since=first,
        until=until,
        source=list(words_on(entries, first))[-1],
        ended_by=None if until is None else list(words_on(entries, until))[-1],
        provider_id=home.provider_id,
        places=next(each.places for each in setting.configured if each.covers(first)),
        limit=places.limit_on(first),
        registration=home.registration,
        life=life_on(setting, first),
        is_open=home.is_open,
        admissions_restricted=home.admissions_restricted,
    )
