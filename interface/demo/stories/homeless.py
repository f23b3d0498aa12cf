"""A homeless 17-year-old on a Friday night, from the Careline's telephone to seven nights."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from application.access.principal import Role
from domain.shared.moments import LONDON, london_day
from domain.shared.vocabulary import birthday
from interface.demo.journey import Teller
from interface.demo.journey.market import EVIDENCE, PRICE, invitation_of, publication
from interface.demo.stories.reading import by_the_minute, clock

NIGHT = Role.OUT_OF_HOURS
LOT = "2.1"
"""Emergency and assessment: from one night to seven (4-079, 4-090)."""
NIGHTS = "C-NIGHTS-7"
FRIDAY = 4
GAVE = {
    "submission": Role.TEAM_MANAGER,
    "in_house_bypass": Role.TEAM_MANAGER,
    "external_search": Role.NOMINATED_OFFICER,
    "choice": Role.BROKER,
    "money": Role.DCS,
}
"""Who says what by telephone that night."""
MINIMUM = ("request", "child", "contacts", "risk", "family", "views")

Say = Callable[[str], None]


def tell(teller: Teller, say: Say) -> None:
    called = _friday_night(teller.now)
    teller.move_clock(called)
    case_id = _opened(teller)
    referral = _asked_for(teller, case_id)
    say(f"{called:%A} {called.astimezone(LONDON):%H:%M}: Robin, 17, has nowhere to sleep tonight.")
    say(f"The Careline writes down the minimum and a manager's word: GET /v1{referral}.")
    _let_to_market(teller, referral)
    say("Two officers say yes by telephone, each with the time and who wrote it down.")
    asked = _published(teller, referral)
    say(f"All {asked} providers of lot {LOT} are asked at once, for one hour.")
    placement = _chosen(teller, referral, say)
    arrived = called + timedelta(hours=4, minutes=55)
    _moved_in(teller, referral, placement, arrived)
    say("The director's word stands in for the money; a phone note says: arrived at 02:10.")
    _handed_over(teller, referral, called, say)
    _seven_nights(teller, case_id, arrived, say)
    _goes_on(teller, case_id, placement, say)


def _friday_night(now: datetime) -> datetime:
    """Quarter past nine in the evening of the next Friday, by the clock in London."""
    day = london_day(now) + timedelta(days=1)
    while day.weekday() != FRIDAY:
        day += timedelta(days=1)
    return datetime(day.year, day.month, day.day, 21, 15, tzinfo=LONDON)


def _opened(teller: Teller) -> str:
    born_on = birthday(teller.now.date(), -17) - timedelta(days=60)
    child = {
        "full_name": f"Demo-Robin Hollowmere {teller.run}",
        "birth_date": {"born_on": born_on.isoformat(), "source": "own word"},
        "sex": "M",
        "home_postcode": "DE1 2GQ",
    }
    case_id: str = teller.act(NIGHT, "/cases", child)["ids"]["case_id"]
    return case_id


def _asked_for(teller: Teller, case_id: str) -> str:
    request = {
        "case_id": case_id,
        "scope": "both",
        "tier": "urgent",
        "emergency": True,
        "reason_code": "homeless_16_17",
        "needed_from": teller.now.date().isoformat(),
    }
    referral = f"/referrals/{teller.act(NIGHT, '/referrals', request)['ids']['referral_id']}"
    details = {
        "provision": "supported_accommodation",
        "lot_wanted": LOT,
        "duration": "short",
        "location": "in_area",
        "sharing": "either",
    }
    sections = {"sections": dict.fromkeys(MINIMUM, "What is known tonight."), "request": details}
    teller.act(NIGHT, f"{referral}/sections", sections)
    approved = {
        "team_manager_approval": teller.cast.subjects[Role.TEAM_MANAGER],
        "approval_given_at": teller.now.isoformat(),
        "assessment_reference": "Brief assessment by telephone",
    }
    teller.act(NIGHT, f"{referral}/submissions", approved)
    return referral


def _let_to_market(teller: Teller, referral: str) -> None:
    said, subjects = teller.now.isoformat(), teller.cast.subjects
    lot = {"contract_id": str(teller.cast.contract_id), "lot": LOT}
    _act(teller, NIGHT, f"{referral}/acceptances", lot)
    bypass = {"officer": subjects[Role.TEAM_MANAGER], "at": said, "reason": "emergency"}
    spoken = f"{referral}/spoken-in-house-bypasses"
    _act(teller, NIGHT, spoken, {**bypass, "text": "Nobody of our own answers tonight."})
    approval = {"officer": subjects[Role.NOMINATED_OFFICER], "at": said}
    budget = {"budget_heading": "external_16_plus", "indicative_weekly_pence": 120_000}
    _act(teller, NIGHT, f"{referral}/spoken-external-search-approvals", {**approval, **budget})


def _published(teller: Teller, referral: str) -> int:
    pack = publication(teller, teller.now, "Needs a quiet room tonight.")["pack"]
    sent = {
        "pack": {**pack, "needed_from": teller.now.date().isoformat(), "duration": "short"},
        "essentials": {
            "needs": "A calm adult and a room of his own.",
            "risks": "Slept outside for two nights.",
            "health": "Carries an inhaler.",
        },
        "certified_by": teller.cast.subjects[NIGHT],
    }
    _act(teller, NIGHT, f"{referral}/emergency-publications", sent)
    return len(teller.read(Role.BROKER, referral)["invitations"])


def _chosen(teller: Teller, referral: str, say: Say) -> str:
    """The first bed that will do, on a broker's word: the hour is not over."""
    seller, tonight = teller.cast.sellers[1], teller.now.date()
    invitation = invitation_of(teller, seller)
    teller.act(Role.PROVIDER_RESPONDER, f"{invitation}/views", {}, seller=seller)
    offer = {
        "setting_id": str(seller.setting_id),
        "earliest_start": tonight.isoformat(),
        "price": PRICE,
        "half_hours": 20,
        "open_until": (tonight + timedelta(days=2)).isoformat(),
        "outcomes": "A bed tonight, and a key worker in the morning.",
        "content": EVIDENCE | {"vacant_from": tonight.isoformat()},
    }
    made = teller.act(Role.PROVIDER_RESPONDER, f"{invitation}/offers", offer, seller=seller)
    teller.move_clock(teller.now + timedelta(minutes=25))
    choice = {
        "officer": teller.cast.subjects[Role.BROKER],
        "at": teller.now.isoformat(),
        "offer_id": made["ids"]["offer_id"],
        "reasons": "The only bed in the city tonight.",
        "match_statement": "A room of his own, with somebody awake.",
        "childs_views": "He wants to be inside.",
        "jointly_with": teller.cast.subjects[NIGHT],
        "planned_end": (tonight + timedelta(days=7)).isoformat(),
    }
    chosen = _act(teller, NIGHT, f"{referral}/spoken-preferred-offers", choice)
    waiting = len(teller.read(Role.BROKER, referral)["choice"]["cut_short"])
    say(
        f"At {teller.now.astimezone(LONDON):%H:%M} the Careline chooses the first bed that will"
        f" do, on a broker's word; who might still have answered: {waiting}."
    )
    return f"/placements/{chosen['ids']['placement_id']}"


def _moved_in(teller: Teller, referral: str, placement: str, arrived: datetime) -> None:
    word = {"officer": teller.cast.subjects[Role.DCS], "given_at": teller.now.isoformat()}
    teller.act(NIGHT, f"{referral}/verbal-authorities", word)
    teller.move_clock(arrived + timedelta(minutes=30))
    teller.act(NIGHT, f"{placement}/starts", {"at": arrived.isoformat()})


def _handed_over(teller: Teller, referral: str, called: datetime, say: Say) -> None:
    teller.move_clock(called.replace(hour=9, minute=0) + timedelta(days=3))
    listed = teller.read(Role.BROKER, "/referrals?route=emergency&limit=100")["referrals"]
    line = next(each for each in listed if referral.endswith(each["referral_id"]))
    next_due, words = line["clock"], line["unconfirmed"]
    for each in teller.read(Role.BROKER, referral)["spoken_approvals"]:
        path = f"{referral}/spoken-approvals/{each['number']}/confirmations"
        teller.act(GAVE[each["act"]], path, {})
    say(
        f"Monday at nine the queue has it {line['stage']}, next {next_due['code']}"
        f" {by_the_minute(next_due)};"
        f" {words} words by telephone are open, and each officer owns to theirs."
    )


def _seven_nights(teller: Teller, case_id: str, arrived: datetime, say: Say) -> None:
    last = by_the_minute(clock(teller, case_id, NIGHTS))
    say(f"Lot {LOT} allows one to seven nights: {NIGHTS}, {last}.")
    teller.move_clock(arrived + timedelta(days=9))
    path = f"/cases/{case_id}/breaches"
    codes = sorted({each["code"] for each in teller.read(Role.CASEWORKER, path)["breaches"]})
    say(f"Nine days on he is still there, and his record says what broke: {', '.join(codes)}.")


def _goes_on(teller: Teller, case_id: str, placement: str, say: Say) -> None:
    """He stays where he is, in the lot for longer: what was late stays late, and is met."""
    other = {"contract_id": str(teller.cast.contract_id), "lot": teller.cast.lot}
    seen = teller.read(Role.BROKER, placement)["etag"]
    today = {"on": teller.now.date().isoformat()}
    teller.act(Role.BROKER, f"{placement}/categories", other | today, seen=seen)
    outcome = clock(teller, case_id, NIGHTS)["outcome"]
    say(f"He may go on in lot {teller.cast.lot}: a new agreement follows, {NIGHTS} is {outcome}.")


def _act(teller: Teller, role: Role, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
    """On the version that stands now."""
    referral = "/".join(path.split("/")[:3])
    return teller.act(role, path, body, seen=teller.read(Role.BROKER, referral)["etag"])
