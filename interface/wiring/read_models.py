"""Every read model there is, in the order in which they are told of an event."""

from collections.abc import Sequence

from infrastructure.keys.search import PersonHasher
from infrastructure.read_models import (
    allocations,
    block_stages,
    concerns,
    contract_versions,
    homes,
    incoming,
    invitations,
    joint_services,
    legal_statuses,
    log_times,
    lot_members,
    occupancy,
    over_capacity,
    owners,
    panel_meetings,
    placement_costs,
    providers_register,
    referral_board,
    registered_homes,
    settings_register,
    stays,
    suspensions,
    tasks,
    told_of_concerns,
    worklist,
)
from infrastructure.read_models.base import ReadModel
from infrastructure.read_models.person_index import PersonProjection


def every_read_model(hasher: PersonHasher) -> Sequence[ReadModel]:
    return [
        log_times.MODEL,
        owners.MODEL,
        allocations.MODEL,
        PersonProjection(hasher).model(),
        worklist.MODEL,
        tasks.MODEL,
        legal_statuses.MODEL,
        stays.MODEL,
        registered_homes.MODEL,
        lot_members.MODEL,
        referral_board.MODEL,
        invitations.MODEL,
        homes.MODEL,
        settings_register.MODEL,
        occupancy.MODEL,
        over_capacity.MODEL,
        providers_register.MODEL,
        suspensions.MODEL,
        contract_versions.MODEL,
        block_stages.MODEL,
        joint_services.MODEL,
        panel_meetings.MODEL,
        placement_costs.MODEL,
        concerns.MODEL,
        incoming.MODEL,
        told_of_concerns.MODEL,
    ]
