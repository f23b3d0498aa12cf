"""A choice by telephone in an emergency, and officers who own to what they are said to say."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Response
from pydantic import ConfigDict

from application.access.actions import Action
from application.referral.choice import Word
from domain.shared.vocabulary import Subject
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Instant
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.referrals.choice import Deselection, PreferredOffer, Withdrawal, chosen_as
from interface.http.referrals.siblings import SiblingSplit, parted_as
from interface.http.text import Body, LongText, ShortText

router = APIRouter(
    prefix="/referrals/{referral_id}", tags=["referrals"], responses=declared(404, 409)
)

WordNumber = Annotated[int, Path(ge=1, le=1000)]
"""The number of a spoken approval in its search, as the search shows it."""


class SpokenPreferredOffer(PreferredOffer):
    """Which broker chose by telephone, when, and with whom: at the least who writes it down."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "officer": "blake-broker",
                "at": "2026-03-06T21:50:00Z",
                "offer_id": examples.OFFER,
                "reasons": "The first home that will do tonight.",
                "match_statement": "A room of his own, with somebody awake.",
                "childs_views": "He wants to be inside.",
                "jointly_with": "olly-out-of-hours",
            }
        }
    )

    officer: ShortText
    at: Instant


class SpokenDeselection(Deselection):
    """Which broker let the preferred offer go by telephone, and when."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "officer": "blake-broker",
                "at": "2026-03-06T22:10:00Z",
                "reason": "child_refused",
            }
        }
    )

    officer: ShortText
    at: Instant


class SpokenWithdrawal(Withdrawal):
    """Which officer called the search off by telephone, and when."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "officer": "morgan-manager",
                "at": "2026-03-06T23:00:00Z",
                "reason": "returned_home",
                "text": "She is back with her aunt.",
            }
        }
    )

    officer: ShortText
    at: Instant


class SpokenSiblingSplit(SiblingSplit):
    """Which manager let these children live apart by telephone, and when."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "officer": "morgan-manager",
                "at": "2026-03-06T21:40:00Z",
                "parted": [
                    {
                        "child": 3,
                        "reason": "no_home_for_all",
                        "text": "No home takes three tonight; child 3 stays near her school.",
                    }
                ],
            }
        }
    )

    officer: ShortText
    at: Instant


class Confirmation(Body):
    """Nothing but the act: whose word it was is who is signed in."""

    model_config = ConfigDict(json_schema_extra={"example": {}})


class Denial(Body):
    """What the officer says that they said, or that they were not asked."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"text": "I was asked about another young person."}}
    )

    text: LongText


@router.post("/spoken-preferred-offers", status_code=201, responses=declared(404, 409, 412, 428))
def choose_by_telephone(
    referral_id: UUID,
    sent: SpokenPreferredOffer,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.ACT_IN_EMERGENCY),
) -> CommandAnswer:
    """Write down that a broker, by telephone, chose an offer in an emergency; reserve its place."""
    word = Word(officer=Subject(sent.officer), at=sent.at)
    receipt = caller.service.search.choices.select(
        caller.occasion, referral_id, chosen_as(sent, word=word), version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post(
    "/spoken-sibling-split-approvals", status_code=201, responses=declared(404, 409, 412, 428)
)
def approve_sibling_split_by_telephone(
    referral_id: UUID,
    sent: SpokenSiblingSplit,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.ACT_IN_EMERGENCY),
) -> CommandAnswer:
    """Write down that a manager, by telephone, let these children live apart in an emergency."""
    word = Word(officer=Subject(sent.officer), at=sent.at)
    receipt = caller.service.search.parting.approve(
        caller.occasion, referral_id, parted_as(sent), version_seen, word
    )
    return carried_out(caller.service, receipt, response)


@router.post(
    "/spoken-preferred-offer-deselections", status_code=201, responses=declared(404, 409, 412, 428)
)
def deselect_by_telephone(
    referral_id: UUID,
    sent: SpokenDeselection,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.ACT_IN_EMERGENCY),
) -> CommandAnswer:
    """Write down that a broker, by telephone, let the preferred offer go; its place is free."""
    word = Word(officer=Subject(sent.officer), at=sent.at)
    receipt = caller.service.search.letting_go.deselect(
        caller.occasion, referral_id, sent.reason, version_seen, word
    )
    return carried_out(caller.service, receipt, response)


@router.post("/spoken-withdrawals", status_code=201)
def withdraw_by_telephone(
    referral_id: UUID,
    sent: SpokenWithdrawal,
    response: Response,
    caller: Commanding = commanding(Action.ACT_IN_EMERGENCY),
) -> CommandAnswer:
    """Write down that an officer, by telephone, called an emergency's search off."""
    word = Word(officer=Subject(sent.officer), at=sent.at)
    receipt = caller.service.search.letting_go.withdraw(
        caller.occasion, referral_id, sent.reason, sent.text, word
    )
    return carried_out(caller.service, receipt, response)


@router.post("/spoken-approvals/{number}/confirmations", status_code=201)
def confirm_spoken_approval(
    referral_id: UUID,
    number: WordNumber,
    sent: Confirmation,  # noqa: ARG001  # the act is all there is to say
    response: Response,
    caller: Commanding = commanding(Action.OWN_TO_WORD),
) -> CommandAnswer:
    """Say that it was one's own word, in the role that gives it by day. Meets C-SPOKEN."""
    receipt = caller.service.search.spoken.confirm(caller.occasion, referral_id, number)
    return carried_out(caller.service, receipt, response)


@router.post("/spoken-approvals/{number}/denials", status_code=201)
def deny_spoken_approval(
    referral_id: UUID,
    number: WordNumber,
    sent: Denial,
    response: Response,
    caller: Commanding = commanding(Action.OWN_TO_WORD),
) -> CommandAnswer:
    """Say that a word written down as one's own was not. What was done on it stays, as a breach."""
    receipt = caller.service.search.spoken.deny(caller.occasion, referral_id, number, sent.text)
    return carried_out(caller.service, receipt, response)


@router.post(
    "/spoken-approvals/{number}/renewals", status_code=201, responses=declared(404, 409, 412, 428)
)
def give_denied_approval_anew(
    referral_id: UUID,
    number: WordNumber,
    sent: Confirmation,  # noqa: ARG001  # the act is all there is to say
    response: Response,
    *,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.OWN_TO_WORD),
) -> CommandAnswer:
    """Give oneself what was denied and is waited for, in a role that gives it by day."""
    receipt = caller.service.search.spoken.give_anew(
        caller.occasion, referral_id, number, version_seen
    )
    return carried_out(caller.service, receipt, response)
