"""The steps of an authority's entry. Read `decide` as its table of transitions."""

from collections.abc import Sequence

from domain.authority.commands import (
    AuthorityCommand,
    ChangeBoundaries,
    EstablishAuthority,
    ListOfficer,
    SetFundingLimit,
)
from domain.authority.events import (
    AuthorityEstablished,
    AuthorityEvent,
    BoundariesChanged,
    FundingLimitSet,
    OfficerListed,
)
from domain.authority.rules import (
    require_another_role,
    require_consistent,
    require_somebody_else,
)
from domain.authority.state import Authority, Established, NotEstablished
from domain.shared.errors import WrongState
from domain.shared.said import require_provenance, require_said


def decide(authority: Authority, command: AuthorityCommand) -> Sequence[AuthorityEvent]:
    """Turn a command into the events it causes, or refuse it."""
    match authority, command:
        case NotEstablished(), EstablishAuthority():
            return establish(command)
        case Established(), ChangeBoundaries():
            return change_boundaries(command)
        case Established(), SetFundingLimit():
            require_said(source=command.source)
            require_another_role(command)
            return [FundingLimitSet(**command.model_dump(exclude={"by_role"}))]
        case Established(), ListOfficer():
            require_said(source=command.source, approved_by=command.approved_by)
            require_somebody_else(command)
            return [OfficerListed(**dict(command))]
        case _:
            raise WrongState.of(authority, command)


def establish(command: EstablishAuthority) -> Sequence[AuthorityEvent]:
    approved_by = require_provenance(command.source, command.approved_by)
    require_consistent(command.boundaries)
    return [
        AuthorityEstablished(
            gss=command.gss,
            name=command.name,
            boundaries=command.boundaries,
            source=command.source,
            approved_by=approved_by,
        )
    ]


def change_boundaries(command: ChangeBoundaries) -> Sequence[AuthorityEvent]:
    approved_by = require_provenance(command.source, command.approved_by)
    require_consistent(command.boundaries)
    changed = BoundariesChanged(
        boundaries=command.boundaries, source=command.source, approved_by=approved_by
    )
    return [changed]
