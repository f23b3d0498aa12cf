"""A home among the council's own: found, let go again, or passed over with approval."""

from collections.abc import Sequence
from datetime import date

from domain.referral.commands.in_house import (
    ApproveInHouseBypass,
    InHouseCommand,
    RecordInHouseMatch,
    ReleaseInHouseMatch,
)
from domain.referral.decisions.siblings import housed, left_out
from domain.referral.events.choice import SiblingChosen
from domain.referral.events.in_house import (
    InHouseBypassApproved,
    InHouseEvent,
    InHouseMatchFound,
    InHouseMatchReleased,
)
from domain.referral.events.siblings import SearchNarrowed
from domain.referral.facts import Facts
from domain.referral.rules.in_house import (
    Taken,
    require_own,
    taken_by,
)
from domain.referral.rules.siblings import require_parting_approved
from domain.referral.rules.spoken import require_may_be_spoken
from domain.referral.spoken import SpokenAct, kept
from domain.referral.stages import Accepted, MatchedInHouse, Referral, SearchingInHouse
from domain.shared.admission import admission_gates
from domain.shared.breaches import require
from domain.shared.code_lists import require_codes_in_force
from domain.shared.errors import WrongState
from domain.shared.said import require_said
from domain.shared.vocabulary import age_on


def decide(referral: Referral, command: InHouseCommand) -> Sequence[InHouseEvent | SearchNarrowed]:
    match referral, command:
        case SearchingInHouse(facts), RecordInHouseMatch():
            return match_found(facts, command)
        case MatchedInHouse(facts, offer_id), ReleaseInHouseMatch():
            let_go = InHouseMatchReleased(offer_id=offer_id, **dict(command))
            return [let_go, *housed(facts.children)]
        case Accepted(facts) | SearchingInHouse(facts), ApproveInHouseBypass():
            require_said(text=command.text)
            require_may_be_spoken(facts, SpokenAct.IN_HOUSE_BYPASS, command.by, command.spoken)
            return [InHouseBypassApproved(**dict(command) | {"spoken": kept(command.spoken)})]
        case _:
            raise WrongState.of(referral, command)


def match_found(
    facts: Facts, command: RecordInHouseMatch
) -> Sequence[InHouseMatchFound | SearchNarrowed]:
    """Take homes of the council's own, judged on the day the children would move in."""
    starts_on = max(command.free_from, facts.needed_from)
    taken = taken_by(facts.children, command)
    # A home of one's own is matched as carefully as any other (2-094).
    require_said(match_notes=command.match_notes)
    require_codes_in_force(command.not_in_force)
    for each in taken:
        require_own(each.home)
        require(admission_gates(each.home, each.born_on, starts_on))
    if facts.children.are_siblings:
        homes = {each.number: each.home.setting_id for each in taken}
        require_parting_approved(facts.children, homes)
    left = left_out(facts.children, [each.number for each in taken], command.successor_id)
    return [found(facts, command, taken, starts_on), *left]


def found(
    facts: Facts, command: RecordInHouseMatch, taken: Sequence[Taken], starts_on: date
) -> InHouseMatchFound:
    first = taken[0]
    return InHouseMatchFound(
        offer_id=command.offer_id,
        setting_id=first.home.setting_id,
        starts_on=starts_on,
        age_in_years=age_on(first.born_on, starts_on),
        considered=command.considered,
        match_notes=command.match_notes,
        childs_views=command.childs_views,
        by=command.by,
        siblings=tuple(
            SiblingChosen(
                child=each.number,
                setting_id=each.home.setting_id,
                age_in_years=age_on(each.born_on, starts_on),
            )
            for each in taken
            if facts.children.are_siblings
        ),
    )
