"""What is paid for where children live, agency and internal, by budget heading."""

from fastapi import APIRouter

from application.access.actions import Action
from application.measures.costs import CostsOfDay
from interface.http.asking import AskedOf
from interface.http.dependencies import Caller, reading
from interface.http.problems import declared

router = APIRouter(prefix="/costs", tags=["measures"])


@router.get("", responses=declared())
def read_costs(asked: AskedOf, caller: Caller = reading(Action.READ_COSTS)) -> CostsOfDay:
    """Pence a week by budget heading for children with agencies, and how many live in house."""
    return caller.service.costing.on(caller.principal.authority, asked.of)
