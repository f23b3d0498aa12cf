"""The money, the agreement, the introductions, the start."""

from datetime import datetime, timedelta

from application.access.principal import Role
from interface.demo.journey.market import PRICE
from interface.demo.journey.teller import Teller

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
    _sign(teller, placement)
    _introduce(teller, placement)
    teller.chapter("The start is agreed, and the child moves in")
    seen = teller.read(Role.BROKER, placement)["etag"]
    teller.act(
        Role.BROKER,
        f"{placement}/start-agreements",
        {
            "starts_at": moved_in.date().isoformat(),
            "iro_informed": True,
            "placement_plan_prepared": True,
        },
        seen=seen,
    )
    teller.move_clock(moved_in + timedelta(hours=1))
    teller.act(Role.CASEWORKER, f"{placement}/starts", {"at": moved_in.isoformat()})


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


def _sign(teller: Teller, placement: str) -> None:
    teller.chapter("The individual placement agreement, signed by both sides")
    drafted = teller.act(
        Role.BROKER,
        f"{placement}/agreements",
        {
            "contract_id": str(teller.cast.contract_id),
            "contract_version": 1,
            "price": PRICE,
            "half_hours": 20,
            "outcomes": [
                {"code": "item_4", "baseline": "Has never cooked.", "measure": "scale_1_5"}
            ],
            "shares": SHARES,
        },
    )
    teller.act(Role.BROKER, f"{placement}/agreement-issues", {}, seen=drafted["etag"])
    today = _today(teller)
    teller.act(Role.COMMISSIONING_MANAGER, f"{placement}/council-signatures", {"on": today})
    teller.act(
        Role.PROVIDER_SIGNATORY,
        f"{placement}/provider-signatures",
        {"on": today},
        seller=teller.cast.sellers[0],
    )


def _introduce(teller: Teller, placement: str) -> None:
    teller.chapter("The provider is met, the home visited")
    today = _today(teller)
    met = {"on": today, "attendees": ["young_person", "provider", "social_worker"]}
    teller.act(Role.CASEWORKER, f"{placement}/provider-meetings", met)
    seen = {"on": today, "childs_views": "The room is bigger than mine."}
    teller.act(Role.CASEWORKER, f"{placement}/introductory-visits", seen)


def _today(teller: Teller) -> str:
    today: str = teller.read(Role.BROKER, f"/cases/{teller.case_id}")["as_at"]
    return today
