"""How a home stands on one day: what the gates of a placement ask of it."""

from collections.abc import Iterable
from datetime import date

from domain.setting.codes import Code
from domain.setting.dated import Dated
from domain.setting.nights import Nights
from domain.setting.registration import (
    APPROVED_BY_COUNCIL,
    RegistrationStatus,
    in_force,
    registration_on,
)
from domain.setting.state.shape import Listed
from domain.shared.admission import Home
from domain.shared.terms import AgeRange
from domain.shared.vocabulary import ProviderId


def home_on(setting: Listed, day: date) -> Home:
    """The home as its register shows it on a day, for `domain.shared.admission`."""
    return Home(
        setting_id=setting.setting_id,
        provider_id=operator_on(setting, day),
        provision=setting.provision,
        registration=registration_on(setting.provision, setting.registrations, day),
        is_open=not _any_covers(setting.closures, day) and day >= setting.configured[0].from_,
        admissions_restricted=_is_restricted(setting, day),
        ages=_ages_on(setting, day),
    )


def operator_on(setting: Listed, day: date) -> ProviderId | None:
    """Who runs the home; before the first operator, that one."""
    known = [each for each in setting.operators if each.covers(day)]
    return (known or setting.operators)[0].provider_id


def needs_met_on(setting: Listed, day: date) -> frozenset[Code] | None:
    """The needs its statement of purpose says it can meet; none where nothing is on record."""
    return next((frozenset(each.needs) for each in setting.purposes if each.covers(day)), None)


def is_own_carer_on(setting: Listed, day: date) -> bool:
    """Whether carers whom the council approved live there, for good or for a while."""
    entries = in_force(setting.provision, setting.registrations, day)
    return any(entry.kind in APPROVED_BY_COUNCIL for entry in entries)


def free_on(setting: Listed, night: date) -> int:
    """Places left on a night; never less than nought."""
    return setting.places().free_on(night)


def nights_over(setting: Listed, first: date, before: date | None) -> tuple[Nights, ...]:
    """The nights on which facts have put more children in the home than it has places."""
    return setting.places().nights_over(first, before)


def _is_restricted(setting: Listed, day: date) -> bool:
    entries = in_force(setting.provision, setting.registrations, day)
    by_register = any(entry.status is RegistrationStatus.RESTRICTED for entry in entries)
    return by_register or _any_covers(setting.restrictions, day)


def _ages_on(setting: Listed, day: date) -> AgeRange | None:
    """The range of the newest registration in force that states one."""
    stated = [
        entry
        for entry in in_force(setting.provision, setting.registrations, day)
        if entry.ages is not None
    ]
    return max(stated, key=lambda entry: entry.from_).ages if stated else None


def _any_covers(entries: Iterable[Dated], day: date) -> bool:
    return any(entry.covers(day) for entry in entries)
