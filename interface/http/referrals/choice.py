"""The choice of one offer, with its place reserved in the same stroke; or the search called off."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.referral.choice import Award, Choice, Word
from domain.referral.codes import Code, DeselectionReason, OutcomeForChild, WithdrawalReason
from domain.referral.sufficiency import Sufficiency
from domain.shared.vocabulary import OfferId, Subject
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.text import Body, LongText, PerhapsText, ShortText

router = APIRouter(
    prefix="/referrals/{referral_id}", tags=["referrals"], responses=declared(404, 409)
)


class SentSufficiency(Body):
    """What was tried to find a home in the area, and which criteria came first instead."""

    steps: PerhapsText
    prioritised: list[Code] = Field(max_length=20)

    def said(self) -> Sufficiency:
        return Sufficiency(steps=self.steps, prioritised=tuple(self.prioritised))


class PreferredOffer(Body):
    """The choice, and a reason for each offer that was not chosen, by its id.

    `award_route` is a code of the list of routes; unsaid, it is that of the act.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "offer_id": examples.OFFER,
                "reasons": "Near college, with a steady small staff team.",
                "match_statement": "Suits the group that lives there.",
                "childs_views": "She visited and liked the kitchen.",
                "others_not_chosen": {},
                "jointly_with": "casey-caseworker",
                "planned_end": "2026-09-01",
                "award_route": "mini_competition",
                "sufficiency": {
                    "steps": "Every home in the city was asked; none can take her.",
                    "prioritised": ["safety_from_exploitation", "same_school"],
                },
            }
        }
    )

    offer_id: UUID
    reasons: LongText
    match_statement: LongText
    childs_views: LongText
    others_not_chosen: dict[UUID, LongText] = Field(default={}, max_length=1000)
    jointly_with: ShortText
    planned_end: Day | None = None
    award_route: Code | None = None
    sufficiency: SentSufficiency | None = Field(
        default=None, description="Asked for where a home lies outside the area (2-088)"
    )


class Deselection(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"reason": "child_refused"}})

    reason: DeselectionReason


class Withdrawal(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {"reason": "returned_home", "text": "She is back with her aunt."}
        }
    )

    reason: WithdrawalReason
    text: LongText | None = None


class Closure(Body):
    """No home was found: what became of the child, as a code and in words."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "outcome": "with_family",
                "text": "She stays with her aunt, who is being assessed.",
            }
        }
    )

    outcome: OutcomeForChild
    text: LongText


def chosen_as(sent: PreferredOffer, award: Award | None = None, word: Word | None = None) -> Choice:
    others = sent.others_not_chosen.items()
    return Choice(
        offer_id=OfferId(sent.offer_id),
        reasons=sent.reasons,
        match_statement=sent.match_statement,
        childs_views=sent.childs_views,
        others_not_chosen={OfferId(offer_id): reason for offer_id, reason in others},
        jointly_with=Subject(sent.jointly_with),
        planned_end=sent.planned_end,
        award=award,
        word=word,
        award_route=sent.award_route,
        sufficiency=sent.sufficiency.said() if sent.sufficiency else None,
    )


@router.post("/preferred-offers", status_code=201, responses=declared(404, 409, 412, 428))
def select_preferred_offer(
    referral_id: UUID,
    sent: PreferredOffer,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.SELECT_OFFER),
) -> CommandAnswer:
    """Prefer an offer, broker and caseworker together; propose the placement, reserve its place.

    In an emergency the first offer that will do is chosen, whoever might still answer.
    """
    receipt = caller.service.search.choices.select(
        caller.occasion, referral_id, chosen_as(sent), version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post(
    "/preferred-offer-deselections", status_code=201, responses=declared(404, 409, 412, 428)
)
def deselect_preferred_offer(
    referral_id: UUID,
    sent: Deselection,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.SELECT_OFFER),
) -> CommandAnswer:
    """Let the preferred offer go, and with it the placement proposed and its place."""
    receipt = caller.service.search.letting_go.deselect(
        caller.occasion, referral_id, sent.reason, version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post("/withdrawals", status_code=201)
def withdraw_referral(
    referral_id: UUID,
    sent: Withdrawal,
    response: Response,
    caller: Commanding = commanding(Action.WITHDRAW_REFERRAL),
) -> CommandAnswer:
    """Call the search off, at whatever stage. Open offers lapse."""
    receipt = caller.service.search.letting_go.withdraw(
        caller.occasion, referral_id, sent.reason, sent.text
    )
    return carried_out(caller.service, receipt, response)


@router.post("/closures", status_code=201, responses=declared(404, 409, 412, 428))
def close_unfilled(
    referral_id: UUID,
    sent: Closure,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.CLOSE_UNFILLED),
) -> CommandAnswer:
    """Give up looking, and say what became of the child. It counts as unmet need."""
    receipt = caller.service.search.letting_go.close_unfilled(
        caller.occasion, referral_id, sent.outcome, sent.text, version_seen
    )
    return carried_out(caller.service, receipt, response)
