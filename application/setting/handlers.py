"""What the placements team does with the register of homes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.setting.thresholds import inspection_threshold
from application.shared.office import NO_IDS, Office, stream_of
from application.shared.ports import Occasion, Receipt
from application.shared.registers import Registers
from domain.setting import SettingCommand, decider
from domain.setting.commands import RegisterSetting
from domain.setting.commands.life import RecordInspection
from domain.setting.commands.register import RecordStatementOfPurpose
from domain.shared.envelope import GssCode
from domain.shared.inspection import Grade
from domain.shared.vocabulary import ProviderId, Provision, SettingId


@dataclass(frozen=True, slots=True, kw_only=True)
class NewHome:
    """A home as it is listed; `since` is the first night on which its places count."""

    provider_id: ProviderId | None
    provision: Provision
    name: str
    address: str
    postcode: str
    district: GssCode
    places: int
    since: date
    planned: bool = False


@dataclass(frozen=True)
class SettingHandlers:
    registers: Registers

    @property
    def office(self) -> Office:
        return self.registers.office

    def register(self, occasion: Occasion, home: NewHome) -> Receipt:
        """List a home of the caller's own authority."""
        setting_id = SettingId(self.office.ids.new())
        command = RegisterSetting(
            setting_id=setting_id,
            authority=occasion.actor.authority,
            provider_id=home.provider_id,
            provision=home.provision,
            name=home.name,
            address=home.address,
            postcode=home.postcode,
            district=home.district,
            configured_places=home.places,
            from_=home.since,
            planned=home.planned,
        )
        return self.do(occasion, setting_id, command, ids={"setting_id": str(setting_id)})

    def inspected(self, occasion: Occasion, setting_id: UUID, on: date, grade: Grade) -> Receipt:
        """Record a grade beside the strictest that a contract of the home's provider asks for."""
        threshold = inspection_threshold(self.registers, setting_id, on)
        command = RecordInspection(on=on, grade=grade, threshold=threshold)
        return self.do(occasion, setting_id, command)

    def do(
        self,
        occasion: Occasion,
        setting_id: UUID,
        command: SettingCommand,
        expecting: int | None = None,
        ids: Mapping[str, str] = NO_IDS,
    ) -> Receipt:
        """Carry out a command that needs nothing but itself."""
        stream = stream_of("setting", setting_id)
        if isinstance(command, RecordStatementOfPurpose):
            command = self.registers.code_lists(command.from_).looked_up(command, command.from_)
        return self.office.act(occasion, stream, decider, command, expecting=expecting, ids=ids)
