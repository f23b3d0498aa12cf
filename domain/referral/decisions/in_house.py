"""A home among the council's own: found, let go again, or passed over with approval."""

from collections.abc import Sequence

from domain.referral.commands import (
    ApproveInHouseBypass,
    InHouseCommand,
    RecordInHouseMatch,
    ReleaseInHouseMatch,
)
from domain.referral.events import (
    InHouseBypassApproved,
    InHouseEvent,
    InHouseMatchFound,
    InHouseMatchReleased,
)
from domain.referral.facts import Facts
from domain.referral.rules.emergency import require_may_be_spoken
from domain.referral.rules.in_house import (
    require_admissible,
    require_notes,
    require_own,
    require_said_why,
)
from domain.referral.stages import Accepted, MatchedInHouse, Referral, SearchingInHouse
from domain.shared.code_lists import require_codes_in_force
from domain.shared.errors import WrongState
from domain.shared.vocabulary import age_on


def decide(referral: Referral, command: InHouseCommand) -> Sequence[InHouseEvent]:
    match referral, command:
        case SearchingInHouse(facts), RecordInHouseMatch():
            return match_found(facts, command)
        case MatchedInHouse(offer_id=offer_id), ReleaseInHouseMatch():
            return [InHouseMatchReleased(offer_id=offer_id, **dict(command))]
        case Accepted(facts) | SearchingInHouse(facts), ApproveInHouseBypass():
            require_said_why(command)
            require_may_be_spoken(facts, command.by, command.spoken)
            return [InHouseBypassApproved(**dict(command))]
        case _:
            raise WrongState.of(referral, command)


def match_found(facts: Facts, command: RecordInHouseMatch) -> Sequence[InHouseEvent]:
    """Take a home of the council's own, judged on the day the child would move in."""
    starts_on = max(command.free_from, facts.needed_from)
    require_own(command.home)
    require_notes(command)
    require_codes_in_force(command.not_in_force)
    require_admissible(command, starts_on)
    found = InHouseMatchFound(
        offer_id=command.offer_id,
        setting_id=command.home.setting_id,
        starts_on=starts_on,
        age_in_years=age_on(command.born_on, starts_on),
        considered=command.considered,
        match_notes=command.match_notes,
        childs_views=command.childs_views,
        by=command.by,
    )
    return [found]
