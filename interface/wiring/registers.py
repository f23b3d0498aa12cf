"""The rooms of the registers, joined to what they stand on."""

from application.admission.handlers import AdmissionHandlers
from application.admission.queries import AdmissionRecords
from application.authority.handlers import AuthorityHandlers
from application.authority.queries import AuthorityRecords
from application.block.handlers import BlockHandlers
from application.block.queries import BlockRecords
from application.contract.handlers import ContractHandlers
from application.contract.queries import ContractRecords
from application.joint_service.handlers import JointServiceHandlers
from application.joint_service.queries import JointServiceRecords
from application.panel.handlers import PanelHandlers
from application.panel.queries import PanelRecords
from application.panel.words import PanelWords
from application.provider.handlers import ProviderHandlers
from application.provider.queries import ProviderRecords
from application.reference.handlers import ReferenceHandlers
from application.reference.queries import ReferenceRecords
from application.setting.handlers import SettingHandlers
from application.setting.queries import SettingRecords
from infrastructure.read_models.block_stages import StoredBlockList
from infrastructure.read_models.contract_versions import StoredContractList
from infrastructure.read_models.joint_services import StoredJointServices
from infrastructure.read_models.occupancy_by_night import StoredOccupancy
from infrastructure.read_models.over_capacity import StoredOverfullHomes
from infrastructure.read_models.panel_meetings import StoredPanels
from infrastructure.read_models.providers_register import StoredProviderList
from infrastructure.read_models.settings_register import StoredSettingList
from infrastructure.read_models.stays import StoredStays
from interface.register_rooms import (
    CouncilRooms,
    DecidedApartRooms,
    HomeRooms,
    ProviderRooms,
    RegisterRooms,
)
from interface.wiring.stores import Stores


def register_rooms(stores: Stores) -> RegisterRooms:
    return RegisterRooms(
        **vars(_homes(stores)),
        **vars(_providers(stores)),
        **vars(_councils(stores)),
        **vars(_decided_apart(stores)),
    )


def _homes(stores: Stores) -> HomeRooms:
    opened, sealer = stores.shelf.open, stores.sealer
    return HomeRooms(
        settings=SettingHandlers(stores.registers),
        setting_records=SettingRecords(stores.streams, stores.log_times),
        setting_list=StoredSettingList(opened, sealer),
        occupancy=StoredOccupancy(opened, sealer),
        overfull=StoredOverfullHomes(opened, sealer),
    )


def _providers(stores: Stores) -> ProviderRooms:
    streams, known, opened = stores.streams, stores.log_times, stores.shelf.open
    return ProviderRooms(
        providers=ProviderHandlers(stores.registers),
        provider_records=ProviderRecords(streams, known),
        provider_list=StoredProviderList(opened),
        contracts=ContractHandlers(stores.office),
        contract_records=ContractRecords(streams, known),
        contract_list=StoredContractList(opened),
        blocks=BlockHandlers(stores.registers),
        block_records=BlockRecords(streams, known),
        block_list=StoredBlockList(opened),
    )


def _councils(stores: Stores) -> CouncilRooms:
    office, streams, known = stores.office, stores.streams, stores.log_times
    return CouncilRooms(
        authorities=AuthorityHandlers(office),
        authority_records=AuthorityRecords(streams, known),
        reference=ReferenceHandlers(office),
        reference_records=ReferenceRecords(streams, known),
        joint_services=JointServiceHandlers(office),
        joint_service_records=JointServiceRecords(streams, known),
        joint_service_list=StoredJointServices(stores.shelf.open),
    )


def _decided_apart(stores: Stores) -> DecidedApartRooms:
    office, known, opened = stores.office, stores.log_times, stores.shelf.open
    return DecidedApartRooms(
        admissions=AdmissionHandlers(stores.registers),
        admission_records=AdmissionRecords(stores.registers, stores.owners, known),
        panels=PanelHandlers(office, StoredStays(opened)),
        panel_records=PanelRecords(stores.streams, known),
        panel_list=StoredPanels(opened),
        panel_words=PanelWords(office),
    )
