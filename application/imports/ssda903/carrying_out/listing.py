"""Homes of a return in the register: found there, or listed as far as the return knows them.

Nothing is known of such a home but its kind, number and postcode, and that the return shows
so many children in it at once: those are the places it is listed with (docs/decisions).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from application.imports.ssda903.carrying_out.home_keys import (
    OF_MANY_ADDRESSES,
    HomeKeys,
    ReturnedHome,
)
from application.imports.ssda903.carrying_out.ports import Country
from application.imports.ssda903.carrying_out.retelling import Retelling
from application.imports.ssda903.carrying_out.stays import StayThere, most_at_once, tell_stays
from application.imports.ssda903.codes.places import SUPPORTED_ACCOMMODATION_REGISTERED
from application.shared.ports import History
from domain.provider.commands import RegisterProvider
from domain.provider.vocabulary import Sector
from domain.setting.commands.register import ChangeCapacity, RecordRegistration, RegisterSetting
from domain.setting.events.register import SettingRegistered
from domain.setting.questions import home_on, nights_over, operator_on
from domain.setting.registration import RegistrationKind
from domain.setting.state import Listed, NotListed
from domain.shared.admission import OTHER_ARRANGEMENTS, Home, Registration
from domain.shared.envelope import Channel
from domain.shared.geography import DISTRICT_NOT_KNOWN
from domain.shared.personal import Erased
from domain.shared.vocabulary import ProviderId, Provision, SettingId

# Reg. 27A of SI 2010/959 was inserted by SI 2021/161; supported accommodation came to be
# registered under SI 2023/416.
NONE_UNDER_16_FROM = date(2021, 9, 9)

KINDS = {
    Provision.CHILDRENS_HOME: RegistrationKind.CHILDRENS_HOME,
    Provision.SECURE_HOME: RegistrationKind.SECURE_HOME,
    Provision.SUPPORTED_ACCOMMODATION: RegistrationKind.SUPPORTED_ACCOMMODATION,
    Provision.RESIDENTIAL_SCHOOL: RegistrationKind.RESIDENTIAL_SCHOOL,
    Provision.FAMILY_CENTRE: RegistrationKind.FAMILY_CENTRE,
    Provision.FOSTERING: RegistrationKind.FOSTERING_AGENCY,
}
"""What a URN beside a kind of home says that it is registered as."""

NAMES = {
    Provision.FOSTERING: "Foster household",
    Provision.SUPPORTED_ACCOMMODATION: "Supported accommodation",
    Provision.CHILDRENS_HOME: "Children's home",
}


@dataclass(frozen=True)
class HomeAtHand:
    """A home as decisions about stays in it need it: as it will be once all of them are told."""

    setting_id: SettingId
    setting: Listed
    known_from_return: bool

    def provider_on(self, day: date) -> ProviderId | None:
        return operator_on(self.setting, day)

    def on(self, day: date) -> Home | None:
        """For the gates, by the law of that day; none where no gate was there yet.

        What a return leaves unsaid of a home is not held against it.
        """
        home = home_on(self.setting, day)
        other = home.provision in OTHER_ARRANGEMENTS
        if other and day < NONE_UNDER_16_FROM:
            return None
        unsaid = self.known_from_return and home.registration is Registration.NONE
        if unsaid or (other and day < SUPPORTED_ACCOMMODATION_REGISTERED):
            return home.model_copy(update={"registration": Registration.NOT_NEEDED})
        return home

    def nights_over(self, first: date, before: date | None) -> Sequence[date]:
        return [stretch.first for stretch in nights_over(self.setting, first, before)]


@dataclass(frozen=True)
class Listing:
    """What it takes to have the homes of a return in the register."""

    keys: HomeKeys
    country: Country

    def tell(self, telling: Retelling, home: ReturnedHome) -> None:
        """List the home, or let its places keep up with what the return shows."""
        stays = stays_in(home)
        if isinstance(telling.state, NotListed):
            telling.tell(self._entry(home, max(1, most_at_once(stays))))
            self._register(telling, home)
        elif listed_by_import(telling.history):
            self._keep_up(telling, home, stays)

    def provider(self, home: ReturnedHome) -> RegisterProvider | None:
        provider_id = self.keys.provider(home)
        if provider_id is None or home.provider_code is None:
            return None
        return RegisterProvider(
            provider_id=provider_id,
            name=_named("Provider", home.urn),
            company_number=None,
            contact="",
            sector=Sector(home.provider_code),
        )

    def _entry(self, home: ReturnedHome, places: int) -> RegisterSetting:
        district = self.country.district(home.postcode) if home.postcode else None
        return RegisterSetting(
            setting_id=home.setting_id,
            authority=self.keys.authority,
            provider_id=self.keys.provider(home),
            provision=home.provision,
            name=_named(NAMES.get(home.provision, "Home"), home.urn),
            address="",
            postcode=home.postcode or "",
            district=district or DISTRICT_NOT_KNOWN,
            configured_places=places,
            from_=home.first_day,
        )

    def _register(self, telling: Retelling, home: ReturnedHome) -> None:
        kind = KINDS.get(home.provision)
        if kind is None or home.urn is None:
            return
        if kind is RegistrationKind.FOSTERING_AGENCY and self.keys.provider(home) is None:
            kind = RegistrationKind.FOSTER_APPROVAL
        telling.tell(
            RecordRegistration(
                kind=kind, urn=home.urn, registered_places=None, from_=home.first_day
            )
        )

    def _keep_up(self, telling: Retelling, home: ReturnedHome, stays: Sequence[StayThere]) -> None:
        listed: Listed = telling.state
        told = {stay.placement_id for stay in stays}
        others = [
            StayThere(stay.placement_id, stay.from_, stay.until)
            for stay in listed.stays
            if stay.placement_id not in told
        ]
        most = most_at_once([*others, *stays])
        places = max([most, *(each.places for each in listed.configured)])
        first = min(home.first_day, listed.configured[0].from_)
        if first < listed.configured[0].from_:
            self._register(telling, home)
        if places > listed.configured[0].places or first < listed.configured[0].from_:
            telling.tell(ChangeCapacity(places=places, from_=first))


def as_it_will_be(telling: Retelling, home: ReturnedHome) -> HomeAtHand:
    """The home once all of its stays are told, which is done after its children."""
    trial = Retelling(telling.history, telling.decider, telling.occasion)
    for command in telling.commands:
        trial.tell(command)
    tell_stays(trial, stays_in(home))
    known_from_return = not telling.history.events or listed_by_import(telling.history)
    return HomeAtHand(trial.state.setting_id, trial.state, known_from_return)


def stays_in(home: ReturnedHome) -> Sequence[StayThere]:
    return [StayThere(each.placement_id, each.started, each.ended) for each in home.stays]


def listed_by_import(history: History[Any]) -> bool:
    return bool(history.events) and history.events[0].channel is Channel.IMPORT


def is_this(history: History[Any], home: ReturnedHome) -> bool:
    """Whether a listed home with the right URN is the one that the return means."""
    registered = next((e for e in history.facts if isinstance(e, SettingRegistered)), None)
    if registered is None or registered.provision is not home.provision:
        return False
    if home.provision not in OF_MANY_ADDRESSES or isinstance(registered.postcode, Erased):
        return home.provision not in OF_MANY_ADDRESSES
    return _compact(registered.postcode) == _compact(home.postcode or "")


def _compact(postcode: str) -> str:
    return "".join(postcode.split()).upper()


def _named(what: str, urn: str | None) -> str:
    return f"{what} in the return, URN {urn}" if urn else f"{what} in the return"
