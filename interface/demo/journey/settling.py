"""The money, the agreement, the introductions, the start."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from application.access.principal import Role
from interface.demo.journey.cast import Seller
from interface.demo.journey.market import PRICE
from interface.demo.journey.teller import Teller

Lines = Sequence[Mapping[str, Any]]
"""Of a price or of its shares, as they are sent."""

ICB = "derby_and_derbyshire_icb"
SHARES = [
    {"heading": "social_care", "weekly_pence": 60_001, "lead": True},
    {"heading": "health", "payer": ICB, "weekly_pence": 30_000},
]


def agree_and_start(
    teller: Teller, referral_id: str, placement_id: str, moved_in: datetime
) -> None:
    _pay(teller, f"/referrals/{referral_id}", moved_in)
    placement = f"/placements/{placement_id}"
    teller.chapter("The individual placement agreement, signed by both sides")
    sign(teller, placement, PRICE, SHARES, teller.cast.sellers[0])
    teller.chapter("The provider is met, the home visited")
    introduce(teller, placement)
    teller.chapter("The start is agreed, and the child moves in")
    agree_start(teller, placement, moved_in)
    teller.move_clock(moved_in + timedelta(hours=1))
    teller.act(Role.CASEWORKER, f"{placement}/starts", {"at": moved_in.isoformat()})


def agree_start(teller: Teller, placement: str, moved_in: datetime) -> None:
    seen = teller.read(Role.BROKER, placement)["etag"]
    teller.act(
        Role.BROKER,
        f"{placement}/start-agreements",
        {
            "starts_at": moved_in.date().isoformat(),
            "iro_informed": True,
            "placement_plan_prepared": True,
            "key_stage_4": "not_disrupted",
        },
        seen=seen,
    )


def _pay(teller: Teller, referral: str, moved_in: datetime) -> None:
    teller.chapter("The money is asked for, agreed by who shares it, authorised by somebody else")
    plan = {
        "price": PRICE,
        "shares": [{**SHARES[0], "weekly_pence": 60_000}, SHARES[1]],
        "starts_on": moved_in.date().isoformat(),
        "planned_weeks": 26,
    }
    teller.act(
        Role.BROKER, f"{referral}/funding-requests", plan, refused="FUNDING_SPLIT_UNBALANCED"
    )
    asked = teller.act(Role.BROKER, f"{referral}/funding-requests", plan | {"shares": SHARES})
    teller.act(
        Role.FUNDING_AUTHORISER,
        f"{referral}/funding-authorisations",
        {},
        seen=asked["etag"],
        refused="FUNDING_NOT_AUTHORISED",
    )
    agreed = teller.act(
        Role.PARTNER_FUNDER, f"{referral}/funding-share-agreements", {"funder": ICB}
    )
    teller.act(
        Role.FUNDING_AUTHORISER, f"{referral}/funding-authorisations", {}, seen=agreed["etag"]
    )


def sign(teller: Teller, placement: str, price: Lines, shares: Lines, seller: Seller) -> None:
    """Draft, issue and sign the agreement of one child."""
    drafted = teller.act(
        Role.BROKER,
        f"{placement}/agreements",
        {
            "contract_id": str(teller.cast.contract_id),
            "contract_version": 1,
            "price": price,
            "half_hours": 20,
            "outcomes": [
                {"code": "item_4", "baseline": "Has never cooked.", "measure": "scale_1_5"}
            ],
            "shares": shares,
        },
    )
    teller.act(Role.BROKER, f"{placement}/agreement-issues", {}, seen=drafted["etag"])
    today = teller.now.date().isoformat()
    teller.act(Role.COMMISSIONING_MANAGER, f"{placement}/council-signatures", {"on": today})
    teller.act(
        Role.PROVIDER_SIGNATORY,
        f"{placement}/provider-signatures",
        {"on": today},
        seller=seller,
    )


def introduce(teller: Teller, placement: str) -> None:
    today = teller.now.date().isoformat()
    met = {"on": today, "attendees": ["young_person", "provider", "social_worker"]}
    teller.act(Role.CASEWORKER, f"{placement}/provider-meetings", met)
    seen = {"on": today, "childs_views": "The room is bigger than mine."}
    teller.act(Role.CASEWORKER, f"{placement}/introductory-visits", seen)
