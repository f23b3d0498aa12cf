"""Every room's routes, in the order in which the description lists them."""

from interface.http import (
    admissions,
    audit,
    authorities,
    blocks,
    cases,
    clocks,
    contracts,
    invitations,
    joint_services,
    matching,
    measures,
    placements,
    providers,
    reference,
    referrals,
    settings,
)

ROUTERS = (
    *cases.ROUTERS,
    *referrals.ROUTERS,
    *matching.ROUTERS,
    *invitations.ROUTERS,
    *placements.ROUTERS,
    *settings.ROUTERS,
    *providers.ROUTERS,
    *contracts.ROUTERS,
    *blocks.ROUTERS,
    *admissions.ROUTERS,
    *joint_services.ROUTERS,
    *authorities.ROUTERS,
    *reference.ROUTERS,
    *clocks.ROUTERS,
    *measures.ROUTERS,
    *audit.ROUTERS,
)
