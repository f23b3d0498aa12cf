"""Where a child went whom nobody had proposed to place there: on the register, or not (R-124)."""

from dataclasses import dataclass
from datetime import date

from application.shared.distances import HomeDistances
from application.shared.registers import Registers
from domain.placement.arrangement import Arrangement
from domain.placement.schooling import KeyStage4
from domain.placement.unlisted import Unlisted
from domain.shared.envelope import GssCode
from domain.shared.errors import MissingInformation
from domain.shared.moments import When, london_day
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import CaseId, PlacementId, Provision, SettingId


@dataclass(frozen=True, slots=True)
class UnlistedHome:
    """A home that no register knows, and of which kind it is."""

    where: Unlisted
    provision: Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class UnplannedStart:
    """Where a child moved whom nobody had proposed to place there, and until when if known."""

    case_id: CaseId
    setting_id: SettingId | None
    at: When
    unlisted: UnlistedHome | None = None
    planned_end: date | None = None
    verbal_authority: VerbalAuthority | None = None
    emergency: bool = False
    key_stage_4: KeyStage4 | None = None
    in_place_of: PlacementId | None = None


@dataclass(frozen=True)
class WhereTo:
    registers: Registers
    distances: HomeDistances

    def of(
        self,
        moved: UnplannedStart,
        placement_id: PlacementId,
        unknown: SettingId,
        authority: GssCode,
    ) -> Arrangement:
        """A home of the register, or one that it does not know, which gets an id of its own."""
        if moved.unlisted is not None and moved.setting_id is None:
            return self._unlisted(moved, moved.unlisted, placement_id, unknown, authority)
        if moved.setting_id is None or moved.unlisted is not None:
            raise MissingInformation(["setting_id"])
        return self._listed(moved, moved.setting_id, placement_id, authority)

    def _unlisted(
        self,
        moved: UnplannedStart,
        unlisted: UnlistedHome,
        placement_id: PlacementId,
        unknown: SettingId,
        authority: GssCode,
    ) -> Arrangement:
        postcode, day = unlisted.where.postcode, london_day(moved.at)
        district = self.distances.district(postcode)
        return Arrangement(
            placement_id=placement_id,
            case_id=moved.case_id,
            setting_id=unknown,
            provision=unlisted.provision,
            planned_end=moved.planned_end,
            distance_tenths=self.distances.to(moved.case_id, postcode),
            locality=self.registers.locality(authority, district, day),
        )

    def _listed(
        self,
        moved: UnplannedStart,
        setting_id: SettingId,
        placement_id: PlacementId,
        authority: GssCode,
    ) -> Arrangement:
        """As the register shows it that day."""
        registers, day = self.registers, london_day(moved.at)
        listed, home = registers.setting(setting_id), registers.home(setting_id, day)
        return Arrangement(
            placement_id=placement_id,
            case_id=moved.case_id,
            setting_id=setting_id,
            provider_id=home.provider_id,
            provision=home.provision,
            planned_end=moved.planned_end,
            distance_tenths=self.distances.between(moved.case_id, setting_id),
            locality=registers.locality(authority, listed.district, day),
        )
