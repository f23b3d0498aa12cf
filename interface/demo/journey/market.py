"""Providers are asked, answer or are silent; one offer is chosen and its place reserved."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from application.access.principal import Role
from interface.demo.journey.cast import Seller
from interface.demo.journey.child import NAME
from interface.demo.journey.teller import JourneyStuck, Teller

PRICE = [
    {"kind": "accommodation", "weekly_pence": 65_000},
    {"kind": "support_hours", "weekly_pence": 25_001},
]

EVIDENCE = {
    "staffing": "Two by day, one at night.",
    "night_cover": "waking",
    "risk_management": "A known route home, and a call when late.",
    "shared": False,
    "education_and_transport": "The college is twenty minutes by bus.",
    "introductions": "Tea on Tuesday, a night at the weekend.",
    "signatory": "Placements director",
}


def ask_the_market(teller: Teller, referral_id: str, now: datetime) -> str:
    referral = f"/referrals/{referral_id}"
    _publish(teller, referral, now)
    near, far, full, slow = teller.cast.sellers[:4]
    teller.chapter("Providers answer, or do not")
    chosen = make_offer(teller, near, now)
    other = make_offer(teller, far, now)
    declined = {"reason": "no_vacancy", "text": "Full until the spring."}
    teller.act(
        Role.PROVIDER_RESPONDER, f"{invitation_of(teller, full)}/declines", declined, seller=full
    )
    teller.move_clock(now + timedelta(hours=25))
    make_offer(teller, slow, now)
    return _choose(teller, referral, chosen, other, now)


def _publish(teller: Teller, referral: str, now: datetime) -> None:
    teller.chapter("A redacted pack is certified and published")
    seen = teller.read(Role.BROKER, referral)["etag"]
    naming = publication(teller, now, f"{NAME} likes cooking.")
    refused = "REDACTION_NOT_CONFIRMED"
    teller.act(Role.BROKER, f"{referral}/publications", naming, seen=seen, refused=refused)
    sent = publication(teller, now, "Likes cooking; settles best with one steady adult.")
    teller.act(Role.BROKER, f"{referral}/publications", sent, seen=seen)


def publication(teller: Teller, now: datetime, summary: str) -> Mapping[str, Any]:
    pack = {
        "needs": ["trauma"],
        "risks": [{"category": "missing", "level": "medium"}],
        "area": "derby_south",
        "half_hours": 20,
        "needed_from": (now + timedelta(days=7)).date().isoformat(),
        "duration": "long",
        "indicative_weekly_pence": 95_000,
        "summary": summary,
    }
    return {"pack": pack, "certified_by": teller.cast.subjects[Role.BROKER], "audience": "lot"}


def invitation_of(teller: Teller, seller: Seller) -> str:
    listed = teller.read(Role.PROVIDER_RESPONDER, "/invitations", seller)
    return f"/invitations/{listed['invitations'][0]['invitation_id']}"


def make_offer(teller: Teller, seller: Seller, now: datetime, **besides: Any) -> dict[str, Any]:
    """Open the pack and offer; `besides` what an offer for several children says."""
    invitation = invitation_of(teller, seller)
    teller.act(Role.PROVIDER_RESPONDER, f"{invitation}/views", {}, seller=seller)
    offer = {
        "setting_id": str(seller.setting_id),
        "earliest_start": (now + timedelta(days=7)).date().isoformat(),
        "price": PRICE,
        "half_hours": 20,
        "open_until": (now + timedelta(days=30)).date().isoformat(),
        "outcomes": "Two key workers; cooking together on Sundays.",
        "content": EVIDENCE | {"vacant_from": now.date().isoformat()},
        **besides,
    }
    return teller.act(Role.PROVIDER_RESPONDER, f"{invitation}/offers", offer, seller=seller)


def _choose(
    teller: Teller, referral: str, chosen: dict[str, Any], other: dict[str, Any], now: datetime
) -> str:
    teller.chapter("One offer is chosen, with reasons, and a place reserved with it")
    stands = teller.read(Role.BROKER, referral)
    if stands["stage"] != "evaluating":
        raise JourneyStuck(f"the responses are not closed: {stands['stage']}")
    selected = teller.act(
        Role.BROKER,
        f"{referral}/preferred-offers",
        {
            "offer_id": chosen["ids"]["offer_id"],
            "reasons": "Near college, with a small and steady staff team.",
            "match_statement": "Suits the two young people who live there.",
            "childs_views": "She liked the kitchen.",
            "others_not_chosen": {other["ids"]["offer_id"]: "An hour from college."},
            "jointly_with": teller.cast.subjects[Role.CASEWORKER],
            "planned_end": (now + timedelta(days=180)).date().isoformat(),
        },
        seen=stands["etag"],
    )
    placement_id: str = selected["ids"]["placement_id"]
    return placement_id
