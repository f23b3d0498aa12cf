"""The plan that was put to those who may spend it, and what they said. Pure."""

from dataclasses import dataclass

from application.referral.told import Told, last
from application.referral.view.text import Text
from domain.referral.codes import (
    Code,
)
from domain.referral.events.funding import FundingAuthorised, FundingDeclined, FundingRequested
from domain.referral.funding import FundingPlan
from domain.shared.vocabulary import (
    OfferId,
    Subject,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFunding:
    """The last plan put to those who may spend it. No `answered_by` means it waits."""

    offer_id: OfferId
    plan: FundingPlan
    requested_by: Subject
    authorised: bool | None
    answered_by: Subject | None
    declined_because: Code | None
    text: Text | None


def funding(told: Told) -> ShownFunding | None:
    asked = last(told, FundingRequested)
    if asked is None:
        return None
    put = FundingRequested | FundingAuthorised | FundingDeclined
    answers = [each.event for each in told if isinstance(each.event, put)]
    answer = answers[-1] if not isinstance(answers[-1], FundingRequested) else None
    declined = answer if isinstance(answer, FundingDeclined) else None
    return ShownFunding(
        offer_id=asked.event.offer_id,
        plan=asked.event.plan,
        requested_by=asked.event.by,
        authorised=isinstance(answer, FundingAuthorised) if answer else None,
        answered_by=answer.by if answer else None,
        declined_because=declined.reason if declined else None,
        text=declined.text if declined else None,
    )
