"""From which day on brothers and sisters who were asked for together live apart (6-68). Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from application.referral.told import Told
from domain.referral.events.choice import PreferredOfferSelected, SiblingChosen
from domain.referral.events.in_house import InHouseMatchFound
from domain.referral.events.siblings import LeftBecause, SearchNarrowed, SiblingLeft, SiblingMovedIn
from domain.shared.moments import london_day
from domain.shared.vocabulary import SettingId


class SeparatedBy(StrEnum):
    """A choice that parted them, or one who left while another stayed."""

    CHOICE = "choice"
    LEAVING = "leaving"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSeparation:
    """The group's mark: since when, and by what."""

    since: date
    because: SeparatedBy


def separation(told: Told) -> ShownSeparation | None:
    """The first day on which they lived apart. Who leave on one day have left together."""
    found = [*_parted(told), *_in_two_homes(told), *_left_behind(told)]
    return min(found, key=lambda each: each.since, default=None)


def _parted(told: Told) -> Iterator[ShownSeparation]:
    for each in told:
        if isinstance(each.event, SearchNarrowed) and each.event.because is LeftBecause.PARTED:
            since = london_day(each.effective_at)
            yield ShownSeparation(since=since, because=SeparatedBy.CHOICE)


def _in_two_homes(told: Told) -> Iterator[ShownSeparation]:
    """One provider took them all, each into a home of its own."""
    moved = _moved_in(told)
    homes = {each.child: each.setting_id for each in _last_choice(told)}
    lived: set[SettingId | None] = set()
    for child, day in sorted(moved.items(), key=lambda each: each[1]):
        lived.add(homes.get(child))
        if len(lived) > 1:
            yield ShownSeparation(since=day, because=SeparatedBy.CHOICE)


def _last_choice(told: Told) -> Sequence[SiblingChosen]:
    choices = (each.event for each in reversed(told))
    chosen = (e for e in choices if isinstance(e, PreferredOfferSelected | InHouseMatchFound))
    return next((event.siblings for event in chosen), ())


def _left_behind(told: Told) -> Iterator[ShownSeparation]:
    moved, left = _moved_in(told), _left(told)
    for day in left.values():
        stayed = (c for c, since in moved.items() if since <= day < left.get(c, date.max))
        if any(True for _ in stayed):
            yield ShownSeparation(since=day, because=SeparatedBy.LEAVING)


def _moved_in(told: Told) -> Mapping[int, date]:
    return {e.event.child: london_day(e.event.at) for e in told
            if isinstance(e.event, SiblingMovedIn)}  # fmt: skip


def _left(told: Told) -> Mapping[int, date]:
    return {e.event.child: london_day(e.event.at) for e in told
            if isinstance(e.event, SiblingLeft)}  # fmt: skip
