"""One search whole: on any day, as known at any instant."""

from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response

from application.access.actions import Action
from application.referral.view.whole import ReferralView
from application.referral.view.why_not import WhyNot
from interface.http.asking import AskedOf
from interface.http.dependencies import Caller, reading
from interface.http.problems import declared

router = APIRouter(prefix="/referrals", tags=["referrals"])


@dataclass(frozen=True, kw_only=True)
class ReadReferral(ReferralView):
    """`as_known_at` is none where everything known counts."""

    as_known_at: datetime | None


@router.get("/{referral_id}", responses=declared(404))
def read_referral(
    referral_id: UUID,
    request: Request,
    response: Response,
    asked: AskedOf,
    caller: Caller = reading(Action.READ_REFERRAL),
) -> ReadReferral:
    """One search: request, invitations, offers late ones too, choice, funding.

    Read as it is now, its ETag is the version that a decision names in `If-Match`.
    """
    found = caller.service.search.views.view(referral_id, asked.of)
    if not {"as_at", "as_known_at"} & set(request.query_params):
        response.headers["ETag"] = f'"{found.version}"'
    shown = {each.name: getattr(found, each.name) for each in fields(ReferralView)}
    return ReadReferral(**shown, as_known_at=asked.known_at)


@router.get("/{referral_id}/why-not", responses=declared(404))
def read_why_not(
    referral_id: UUID,
    asked: AskedOf,
    caller: Caller = reading(Action.READ_REFERRAL),
) -> WhyNot:
    """Why a request led to no home: who was asked, what they were shown, and why not."""
    return caller.service.search.views.why_not(referral_id, asked.of)
