"""Which homes would do, which would not, and why. It decides nothing and prefers nobody."""

from dataclasses import dataclass, fields
from datetime import datetime
from functools import partial
from uuid import UUID

from fastapi import APIRouter

from application.access.actions import Action
from application.matching.for_referral import BesideReferral
from application.matching.shown import Matches
from application.matching.sight import Sight
from application.matching.sought import InLot, Sought
from application.shared.office import stream_of
from domain.setting.rules import require_after
from domain.shared.errors import MissingInformation
from domain.shared.moments import london_day
from domain.shared.vocabulary import CaseId, ContractId
from interface.http.asking import Asked, KnownThen
from interface.http.dependencies import Caller, reading
from interface.http.matching.sent import SentMatch, SentSearch
from interface.http.problems import declared

router = APIRouter(tags=["matching"])


@dataclass(frozen=True, kw_only=True)
class FoundHomes(Matches):
    """The answer, going by what was known at an instant; none where everything known counts."""

    as_known_at: datetime | None


@router.post("/referrals/{referral_id}/matches", responses=declared(404))
def search_matches(
    referral_id: UUID,
    sent: SentMatch,
    asked: KnownThen,
    caller: Caller = reading(Action.FIND_HOMES_FOR_CHILD),
) -> FoundHomes:
    """Homes for the child of a referral: the council's own first, then by stated facts.

    Of brothers and sisters, areas to avoid count of those alone whom the caller may read of.
    """
    told = BesideReferral(
        arrives=sent.arrives,
        leaves=sent.leaves,
        provisions=None if sent.provisions is None else frozenset(sent.provisions),
        wishes=sent.wishes.wishes(),
    )
    sought = caller.service.matching.sought.sought(
        referral_id, told, asked.of, partial(_may_read_areas, caller)
    )
    return _found(caller, sought, asked)


def _may_read_areas(caller: Caller, case_id: CaseId) -> bool:
    return caller.would_reach(Action.READ_AREAS_TO_AVOID, stream_of("case", case_id))


@router.post("/settings/searches", responses=declared(404))
def search_homes(
    sent: SentSearch, asked: KnownThen, caller: Caller = reading(Action.FIND_HOMES)
) -> FoundHomes:
    """Homes for somebody described. By POST, so that no birthday stands in an address."""
    sought = Sought(
        born_on=(sent.born_on,),
        arrives=sent.arrives,
        leaves=sent.leaves,
        provisions=frozenset(sent.provisions),
        in_lot=_in_lot(sent),
        home_postcode=sent.from_postcode,
        wishes=sent.wishes.wishes(),
    )
    return _found(caller, sought, asked)


def _in_lot(sent: SentSearch) -> InLot | None:
    given = {"contract_id": sent.contract_id, "lot": sent.lot}
    missing = [name for name, value in given.items() if value is None]
    if len(missing) == 1:
        raise MissingInformation(missing)
    if sent.contract_id is None or sent.lot is None:
        return None
    return InLot(ContractId(sent.contract_id), sent.lot)


def _found(caller: Caller, sought: Sought, asked: Asked) -> FoundHomes:
    require_after(sought.leaves, sought.arrives)
    council = caller.principal.authority
    sight = Sight(
        confidential_addresses=caller.may_also(Action.READ_CONFIDENTIAL_ADDRESS),
        today=london_day(caller.service.clock.now()),
    )
    matches = caller.service.matching.homes.search(council, sought, asked.of, sight)
    shown = {each.name: getattr(matches, each.name) for each in fields(Matches)}
    return FoundHomes(**shown, as_known_at=asked.known_at)
