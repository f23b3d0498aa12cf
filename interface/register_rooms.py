"""What the routes of the registers reach, by whose register it is."""

from dataclasses import dataclass

from application.admission.handlers import AdmissionHandlers
from application.admission.queries import AdmissionRecords
from application.authority.handlers import AuthorityHandlers
from application.authority.queries import AuthorityRecords
from application.block.handlers import BlockHandlers
from application.block.queries import BlockList, BlockRecords
from application.contract.handlers import ContractHandlers
from application.contract.queries import ContractList, ContractRecords
from application.joint_service.handlers import JointServiceHandlers
from application.joint_service.queries import JointServiceList, JointServiceRecords
from application.panel.handlers import PanelHandlers
from application.panel.queries import PanelList, PanelRecords
from application.panel.words import PanelWords
from application.provider.handlers import ProviderHandlers
from application.provider.queries import ProviderList, ProviderRecords
from application.reference.handlers import ReferenceHandlers
from application.reference.queries import ReferenceRecords
from application.setting.handlers import SettingHandlers
from application.setting.queries import Occupancy, OverfullHomes, SettingList, SettingRecords


@dataclass(frozen=True)
class HomeRooms:
    """Homes: what they are, who is in them, and which hold too many."""

    settings: SettingHandlers
    setting_records: SettingRecords
    setting_list: SettingList
    occupancy: Occupancy
    overfull: OverfullHomes


@dataclass(frozen=True)
class ProviderRooms:
    """Providers, the contracts with them, and the beds bought in blocks."""

    providers: ProviderHandlers
    provider_records: ProviderRecords
    provider_list: ProviderList
    contracts: ContractHandlers
    contract_records: ContractRecords
    contract_list: ContractList
    blocks: BlockHandlers
    block_records: BlockRecords
    block_list: BlockList


@dataclass(frozen=True)
class CouncilRooms:
    """Councils, the reference data they go by, and the services they run jointly."""

    authorities: AuthorityHandlers
    authority_records: AuthorityRecords
    reference: ReferenceHandlers
    reference_records: ReferenceRecords
    joint_services: JointServiceHandlers
    joint_service_records: JointServiceRecords
    joint_service_list: JointServiceList


@dataclass(frozen=True)
class DecidedApartRooms:
    """What is decided apart from a search: admissions, and what panels say."""

    admissions: AdmissionHandlers
    admission_records: AdmissionRecords
    panels: PanelHandlers
    panel_records: PanelRecords
    panel_list: PanelList
    panel_words: PanelWords


@dataclass(frozen=True)
class RegisterRooms(HomeRooms, ProviderRooms, CouncilRooms, DecidedApartRooms):
    """The registers: homes, providers, contracts, councils, reference data."""
