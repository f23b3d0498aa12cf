"""Three sisters: asked for together, offered for together or not, placed each by her own lines."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from application.access.principal import Role
from domain.shared.vocabulary import birthday
from interface.demo.journey import Teller
from interface.demo.journey.asking import in_house_first, submission_of, write_up
from interface.demo.journey.market import make_offer, publication
from interface.demo.journey.settling import agree_start, introduce, sign

WEEKLY = 90_000
SISTERS = {"Wren": 100, "Lark": 200, "Finch": 300}
"""Each with how many days ago she turned sixteen."""

ALL = (1, 2, 3)


def tell(teller: Teller, say: Callable[[str], None]) -> None:
    day = teller.now + timedelta(days=7)
    case_ids = [_opened(teller, first, days) for first, days in SISTERS.items()]
    referral = _asked_for(teller, case_ids)
    say(f"Three sisters have one request, GET /v1{referral}: each is meant in it by a number.")
    sent = publication(teller, teller.now, "They cook together, and share a joke.")
    teller.act(Role.BROKER, f"{referral}/publications", sent, seen=_seen(teller, referral))
    say("Every provider on the lot is told three ages, that they stay together, and no name.")
    placements = _chosen(teller, referral, say)
    _paid_for(teller, referral, day)
    say(f"The money is one decision, {3 * WEEKLY / 100:,.2f} a week; its lines are each child's.")
    for placement in placements:
        price = [{"kind": "accommodation", "weekly_pence": WEEKLY}]
        sign(teller, placement, price, _shares(1), teller.cast.sellers[0])
        introduce(teller, placement)
    say("Three agreements are signed, each for her own lines.")
    stage = _moved_in(teller, referral, placements, day)
    say(f"They move in on one day; with the last of them the search is {stage}.")
    parted = _left(teller, referral, placements[1])
    say(f"Weeks later one moves on. Two stay, and their record says: apart since {parted}.")
    say("A task, PLAN_CONTACT, asks how they keep in touch: GET /v1/tasks.")


def _opened(teller: Teller, first: str, days: int) -> str:
    born_on = birthday(teller.now.date(), -16) - timedelta(days=days)
    name = f"Demo-{first} Fernwhistle {teller.run}"
    child = {
        "full_name": name,
        "birth_date": {"born_on": born_on.isoformat(), "source": "birth certificate"},
        "sex": "F",
        "home_postcode": "DE23 6UJ",
        "not_a_duplicate_because": "A sister",
    }
    case_id: str = teller.act(Role.CASEWORKER, "/cases", child)["ids"]["case_id"]
    matrix = {"half_hours": 20, "score": 31, "on": teller.now.date().isoformat()}
    teller.act(Role.CASEWORKER, f"/cases/{case_id}/matrices", matrix)
    return case_id


def _asked_for(teller: Teller, case_ids: Sequence[str]) -> str:
    request = {
        "case_id": case_ids[0],
        "siblings": case_ids[1:],
        "scope": "both",
        "tier": "standard",
        "reason_code": "cannot_stay_at_home",
        "needed_from": (teller.now + timedelta(days=7)).date().isoformat(),
    }
    drafted = teller.act(Role.CASEWORKER, "/referrals", request)
    referral = f"/referrals/{drafted['ids']['referral_id']}"
    write_up(teller, referral, sharing="shared", together=True)
    submitted = teller.act(Role.CASEWORKER, f"{referral}/submissions", submission_of(teller))
    in_house_first(teller, referral, submitted["etag"])
    return referral


def _chosen(teller: Teller, referral: str, say: Callable[[str], None]) -> Sequence[str]:
    near, far = teller.cast.sellers[:2]
    some = {"extent": "partial", "children": [1, 3]}
    two = make_offer(teller, far, teller.now, siblings=some, price=_lines(1, 3))
    whole = {"extent": "together"}
    three = make_offer(teller, near, teller.now, siblings=whole, price=_lines(*ALL))
    say("One provider offers a home for all three, another for two of them.")
    teller.move_clock(teller.now + timedelta(hours=25))
    preferred = f"{referral}/preferred-offers"
    parting = _choice(teller, two, three)
    seen, refused = _seen(teller, referral), "SIBLING_SPLIT_NOT_APPROVED"
    teller.act(Role.BROKER, preferred, parting, seen=seen, refused=refused)
    say(f"The one that parts them is refused: {refused}.")
    ids = teller.act(Role.BROKER, preferred, _choice(teller, three, two), seen=seen)["ids"]
    say("The other is chosen: three placements proposed and three places reserved, or none.")
    return [f"/placements/{ids[f'placement_id_{number}']}" for number in ALL]


def _choice(
    teller: Teller, offer: Mapping[str, Any], other: Mapping[str, Any]
) -> Mapping[str, Any]:
    return {
        "offer_id": offer["ids"]["offer_id"],
        "reasons": "Near college, and they stay together.",
        "match_statement": "Nobody else lives there.",
        "childs_views": "They liked the kitchen.",
        "others_not_chosen": {other["ids"]["offer_id"]: "It suits them less."},
        "jointly_with": teller.cast.subjects[Role.CASEWORKER],
        "planned_end": (teller.now + timedelta(days=180)).date().isoformat(),
    }


def _paid_for(teller: Teller, referral: str, day: datetime) -> None:
    plan = {"price": _lines(*ALL), "shares": _shares(3), "starts_on": day.date().isoformat()}
    teller.act(Role.BROKER, f"{referral}/funding-requests", plan | {"planned_weeks": 26})
    authorised = f"{referral}/funding-authorisations"
    teller.act(Role.DCS, authorised, {}, seen=_seen(teller, referral))


def _moved_in(teller: Teller, referral: str, placements: Sequence[str], day: datetime) -> str:
    for placement in placements:
        agree_start(teller, placement, day)
    teller.move_clock(day + timedelta(hours=1))
    for placement in placements:
        teller.act(Role.CASEWORKER, f"{placement}/starts", {"at": day.isoformat()})
    stage: str = teller.read(Role.BROKER, referral)["stage"]
    return stage


def _left(teller: Teller, referral: str, placement: str) -> str:
    """One of them leaves; the day from which they live apart."""
    day = teller.now + timedelta(days=40)
    teller.move_clock(day)
    ended = {"at": day.isoformat(), "reason": "moved_on", "instigator": "child"}
    teller.act(Role.CASEWORKER, f"{placement}/ends", ended)
    teller.move_clock(day + timedelta(hours=1))
    apart: str = teller.read(Role.BROKER, referral)["separated"]["since"]
    return apart


def _lines(*children: int) -> Sequence[Mapping[str, Any]]:
    return [{"kind": "accommodation", "weekly_pence": WEEKLY, "child": n} for n in children]


def _shares(children: int) -> Sequence[Mapping[str, Any]]:
    return [{"heading": "social_care", "weekly_pence": WEEKLY * children, "lead": True}]


def _seen(teller: Teller, referral: str) -> str:
    etag: str = teller.read(Role.BROKER, referral)["etag"]
    return etag
