"""Children who move in before the money is authorised: refused, on an officer's word, or a fact."""

from datetime import UTC, datetime

import pytest

from application.access.principal import Role
from tests.support.placing import (
    PRICE,
    SHARES,
    Placing,
    clocks,
    done,
    on_referral,
    proposed,
    refused,
)
from tests.support.service import Office

RETRO = "C-FUND-RETRO"


def retro(placing: Placing) -> list[tuple[str, str]]:
    found = [each for each in clocks(placing.office, placing.case_id) if each["code"] == RETRO]
    return [(each["due"], each["outcome"]) for each in found]


def breaches(placing: Placing) -> list[str]:
    return [each["code"] for each in placing.read()["start"]["breaches"]]


def pay(placing: Placing) -> None:
    """Ask for the money and have it authorised, with the child there."""
    asked = {"price": PRICE, "shares": SHARES, "starts_on": "2026-03-01"}
    done(on_referral(placing.office, placing.referral_id, "funding-requests", asked))
    authorised = on_referral(
        placing.office, placing.referral_id, "funding-authorisations", {}, role=Role.DCS
    )
    done(authorised)


@pytest.mark.covers("6-71", "C-FUND-RETRO", "4-118")
def test_no_start_is_agreed_without_money_and_one_that_happened_waits_for_it(
    sqlite_office: Office,
) -> None:
    placing = proposed(sqlite_office, funded=False)

    decision = placing.introduced().agree_start()
    word = {"officer": "nora-officer", "given_at": "2026-03-06T21:00:00Z"}
    spoken = on_referral(sqlite_office, placing.referral_id, "verbal-authorities", word)
    done(placing.start("2026-03-06T22:15:00Z", verbal_authority=word))
    sqlite_office.quiet()

    assert refused(decision)[:2] == (422, "FUNDING_NOT_AUTHORISED")
    assert refused(spoken)[:2] == (422, "FUNDING_NOT_AUTHORISED")
    assert breaches(placing) == ["WRONG_STATE", "FUNDING_NOT_AUTHORISED"]
    assert retro(placing) == [("2026-03-09T17:00:00Z", "running")]
    pay(placing)
    sqlite_office.quiet()
    assert retro(placing)[0][1] == "met"


@pytest.mark.covers("R-81", "C-FUND-RETRO")
def test_in_an_emergency_an_officers_word_stands_in_until_the_next_working_day(
    sqlite_office: Office,
) -> None:
    placing = proposed(sqlite_office, funded=False, emergency=True)
    friday = datetime(2026, 3, 6, 21, 40, tzinfo=UTC).isoformat()
    word = {"officer": "nora-officer", "given_at": friday}

    own = on_referral(
        sqlite_office, placing.referral_id, "verbal-authorities", word, subject="nora-officer"
    )
    done(on_referral(sqlite_office, placing.referral_id, "verbal-authorities", word))
    done(placing.agree_start("2026-03-06T22:15:00Z", placement_plan_prepared=False))
    done(placing.start("2026-03-06T22:15:00Z"))
    sqlite_office.quiet()

    assert refused(own)[:2] == (403, "CONFLICT_OF_INTEREST")
    assert breaches(placing) == []
    assert retro(placing) == [("2026-03-09T17:00:00Z", "running")]
    path = f"/referrals/{placing.referral_id}/funding"
    shown = sqlite_office.get(path, role=Role.FINANCE_OFFICER).json()
    assert shown["verbal_authority"]["officer"] == "nora-officer"
    assert shown["verbal_authority"]["noted_by"] == "demo-broker"
    assert shown["standing"] == "not_asked"
