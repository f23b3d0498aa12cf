"""A home is asked for, looked for in house first, and the market approved to be asked."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from application.access.principal import Role
from domain.referral.sections import SectionName
from interface.demo.journey.teller import Teller


def ask_for_a_home(teller: Teller, case_id: str, now: datetime) -> str:
    teller.chapter("A home is asked for")
    drafted = teller.act(
        Role.CASEWORKER,
        "/referrals",
        {
            "case_id": case_id,
            "scope": "both",
            "tier": "standard",
            "reason_code": "cannot_stay_at_home",
            "needed_from": (now + timedelta(days=7)).date().isoformat(),
        },
    )
    referral_id: str = drafted["ids"]["referral_id"]
    referral = f"/referrals/{referral_id}"
    submission = submission_of(teller)
    teller.act(
        Role.CASEWORKER, f"{referral}/submissions", submission, refused="MISSING_INFORMATION"
    )
    write_up(teller, referral)
    submitted = teller.act(Role.CASEWORKER, f"{referral}/submissions", submission)
    in_house_first(teller, referral, submitted["etag"])
    return referral_id


def submission_of(teller: Teller) -> Mapping[str, str]:
    return {
        "team_manager_approval": teller.cast.subjects[Role.TEAM_MANAGER],
        "assessment_reference": "Single assessment, this month",
    }


def write_up(teller: Teller, referral: str, **besides: Any) -> None:
    """Every section, and what is asked for; `besides` what other stories ask for."""
    request = {
        "provision": "supported_accommodation",
        "lot_wanted": teller.cast.lot,
        "duration": "long",
        "location": "in_area",
        "sharing": "either",
        "indicative_weekly": 95_000,
        **besides,
    }
    sections = {name.value: f"Written up under {name.value}." for name in SectionName}
    teller.act(Role.CASEWORKER, f"{referral}/sections", {"sections": sections, "request": request})


def in_house_first(teller: Teller, referral: str, seen: str) -> None:
    teller.chapter("In house first")
    lot = {"contract_id": str(teller.cast.contract_id), "lot": teller.cast.lot}
    teller.act(Role.BROKER, f"{referral}/acceptances", lot, seen=seen)
    teller.act(Role.BROKER, f"{referral}/in-house-searches", {})
    exhausted = teller.act(
        Role.BROKER,
        f"{referral}/in-house-exhaustions",
        {"considered": [], "none_exists": "no_own_provision_of_kind"},
    )
    teller.act(
        Role.NOMINATED_OFFICER,
        f"{referral}/external-search-approvals",
        {"budget_heading": "external_16_plus", "indicative_weekly_pence": 95_000},
        seen=exhausted["etag"],
    )
