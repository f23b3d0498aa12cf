"""How a home stands on one day: what the gates of a placement ask of it."""

from collections.abc import Iterable
from datetime import date

from domain.setting.assurance import failed_on
from domain.setting.codes import Code
from domain.setting.dated import Dated
from domain.setting.description import Particulars
from domain.setting.life import Life, Stage, life_of, stage_on
from domain.setting.nights import Nights
from domain.setting.registration import (
    APPROVED_BY_COUNCIL,
    RegistrationStatus,
    in_force,
    registration_on,
)
from domain.setting.state.shape import Listed
from domain.shared.admission import SUFFICES, Home, Registration
from domain.shared.approval import ApprovalTerms
from domain.shared.terms import AgeRange
from domain.shared.vocabulary import ProviderId


def home_on(setting: Listed, day: date) -> Home:
    """The home as its register shows it on a day, for `domain.shared.admission`."""
    return Home(
        setting_id=setting.setting_id,
        provider_id=operator_on(setting, day),
        provision=setting.provision,
        registration=_registration_on(setting, day),
        is_open=_is_open(setting, day),
        admissions_restricted=_is_restricted(setting, day),
        ages=_ages_on(setting, day),
        approval=_approval_on(setting, day),
    )


def is_registered(setting: Listed, day: date) -> bool:
    """Whether its registration suffices, or none is needed, on a day."""
    return _registration_on(setting, day) in SUFFICES


def life_on(setting: Listed, day: date) -> Life:
    """How far the home is on a day (docs/domain/02, 2.9)."""
    return life_of(
        stage_on(setting.stages, day),
        registered=is_registered(setting, day),
        restricted=_is_restricted(setting, day),
        shut=_any_covers(setting.closures, day),
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


def is_lived_in_by_others(setting: Listed, day: date) -> bool:
    """Whether children of other authorities live there, by what was last recorded of them."""
    return any(each.count and each.covers(day) for each in setting.others)


def free_on(setting: Listed, night: date) -> int:
    """Places left on a night; never less than nought."""
    return setting.places().free_on(night)


def nights_over(setting: Listed, first: date, before: date | None) -> tuple[Nights, ...]:
    """The nights on which facts have put more children in the home than it has places."""
    return setting.places().nights_over(first, before)


def _is_open(setting: Listed, day: date) -> bool:
    """Open for newcomers: listed, past its opening, not closing or shut, no check failed."""
    return (
        day >= setting.configured[0].from_
        and stage_on(setting.stages, day) is Stage.OPEN
        and not _any_covers(setting.closures, day)
        and not failed_on(setting.checks, day)
    )


def description_on(setting: Listed, day: date) -> Particulars:
    """What kind of home it is on a day; nothing is said of it before it was described."""
    known = [each for each in setting.descriptions if each.covers(day)]
    return known[0].particulars if known else Particulars()


def _registration_on(setting: Listed, day: date) -> Registration:
    """Registered supported accommodation is so for the categories that are named, and no other."""
    found = registration_on(setting.provision, setting.registrations, day)
    category = description_on(setting, day).category
    if found is not Registration.VALID or category is None:
        return found
    entries = in_force(setting.provision, setting.registrations, day)
    named = [entry.categories for entry in entries if entry.categories]
    if named and not any(category in categories for categories in named):
        return Registration.WRONG_KIND
    return found


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


def _approval_on(setting: Listed, day: date) -> ApprovalTerms | None:
    """Whom the newest approval in force that says so is for."""
    entries = in_force(setting.provision, setting.registrations, day)
    stated = [entry for entry in entries if entry.terms is not None]
    return max(stated, key=lambda entry: entry.from_).terms if stated else None


def _any_covers(entries: Iterable[Dated], day: date) -> bool:
    return any(entry.covers(day) for entry in entries)
