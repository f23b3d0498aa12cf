"""A home as the made-up market lists it, with its registration."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from application.shared.casework import Ask
from domain.setting.commands.register import RecordRegistration, RegisterSetting
from domain.setting.registration import RegistrationKind
from domain.shared.messages import Command
from domain.shared.terms import AgeRange
from domain.shared.vocabulary import ProviderId, Provision, SettingId
from infrastructure.geography.gazetteer import Gazetteer
from interface.demo.acting import DERBY, ask

SINCE = date(2010, 1, 1)
"""Before any stay of the return began."""

KINDS = {
    Provision.SUPPORTED_ACCOMMODATION: RegistrationKind.SUPPORTED_ACCOMMODATION,
    Provision.CHILDRENS_HOME: RegistrationKind.CHILDRENS_HOME,
    Provision.RESIDENTIAL_SCHOOL: RegistrationKind.RESIDENTIAL_SCHOOL,
    Provision.FAMILY_CENTRE: RegistrationKind.FAMILY_CENTRE,
    Provision.FOSTERING: RegistrationKind.FOSTER_APPROVAL,
}


@dataclass(frozen=True)
class NewHome:
    """A home as the market lists it; `registered_until` is the day a registration runs out."""

    setting_id: SettingId
    name: str
    provision: Provision
    provider_id: ProviderId | None
    places: int
    postcode: str = "DE1 2FS"
    urn: str | None = None
    since: date = SINCE
    ages: AgeRange | None = None
    registered: bool = True
    registered_until: date | None = None

    def listed(self) -> Ask:
        return ask("setting", self.setting_id, *self._commands())

    def _commands(self) -> Iterator[Command]:
        entry = Gazetteer.installed().locate(self.postcode)
        yield RegisterSetting(
            setting_id=self.setting_id,
            authority=DERBY,
            provider_id=self.provider_id,
            provision=self.provision,
            name=self.name,
            address=f"{self.name}, Demo Street",
            postcode=self.postcode,
            district=(entry.district if entry else None) or DERBY,
            configured_places=self.places,
            from_=self.since,
        )
        if self.registered:
            yield RecordRegistration(
                kind=KINDS[self.provision],
                urn=self.urn,
                registered_places=self.places,
                ages=self.ages,
                from_=self.since,
                until=self.registered_until,
            )
