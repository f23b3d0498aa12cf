"""Finance reads what any night costs, what was adjusted, what runs on, and what is settled."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.interface.placements.test_varying_an_agreement import ask, authorise, cost, sign_both
from tests.support.placing import Placing, done, proposed, refused
from tests.support.service import Office

FINANCE = {"role": Role.FINANCE_OFFICER, "subject": "finn-finance"}


def costs(placing: Placing, **times: Any) -> Any:
    answer = placing.office.get(f"{placing.path}/costs", times, role=Role.FINANCE_OFFICER)
    assert answer.status_code == 200, answer.text
    return answer.json()


def listed(office: Office, standing: str, **times: Any) -> list[Any]:
    asked = {"standing": standing, **times}
    answer = office.get("/placement-costs", asked, role=Role.FINANCE_OFFICER)
    assert answer.status_code == 200, answer.text
    found: list[Any] = answer.json()["placements"]
    return found


@pytest.mark.covers("6-74", "R-188", "2-102")
def test_a_variation_with_effect_in_the_past_is_an_adjustment_and_no_other_history(
    sqlite_office: Office,
) -> None:
    placing = proposed(sqlite_office).started()
    before = sqlite_office.running.clock.now().isoformat().replace("+00:00", "Z")
    assert costs(placing, as_at="2026-05-04")["split"] == {"social_care": 12857}

    done(ask(placing, "price", "2026-05-01"))
    done(cost(placing, 1, 60_000, 20_000))
    assert refused(authorise(placing, 1))[:2] == (422, "MISSING_INFORMATION")
    done(authorise(placing, 1, "The price fell in May."))
    done(sign_both(placing, 1, 80_000))

    now = costs(placing, as_at="2026-05-08")
    assert (now["pence"], now["split"]) == (11_429, {"social_care": 11_429})
    assert costs(placing, as_at="2026-04-30")["pence"] == 12_857
    assert now["to_date_pence"] - costs(placing, as_at="2026-05-01")["to_date_pence"] == 80_000
    (adjusted,) = [each for each in now["adjustments"] if each["since"] == "2026-05-01"]
    assert adjusted["cause"] == "placement.agreement_varied.v1"
    assert adjusted["difference_pence"] == adjusted["now_pence"] - adjusted["was_pence"] < 0
    then = costs(placing, as_at="2026-05-08", as_known_at=before)
    assert (then["pence"], len(then["periods"])) == (12_857, 1)
    (line,) = listed(sqlite_office, "living", as_at="2026-05-08")
    assert (line["pence"], line["version"]) == (11_429, 2)
    (line,) = listed(sqlite_office, "living", as_at="2026-05-08", as_known_at=before)
    assert (line["pence"], line["version"]) == (12_857, 1)


@pytest.mark.covers("6-17", "C-FINALACC", "R-189")
def test_what_runs_on_after_a_child_has_left_early_is_listed_until_it_is_settled(
    sqlite_office: Office,
) -> None:
    office, placing = sqlite_office, proposed(sqlite_office).started()
    done(placing.notice("2026-05-01"))
    done(placing.end("2026-05-13"))

    assert placing.read()["end"]["notice_outcome"] == "early"
    (owed,) = listed(office, "after_leaving", as_at="2026-05-20")
    assert (owed["since"], owed["until"], owed["pence"] > 0) == ("2026-05-13", "2026-06-01", True)
    assert listed(office, "living", as_at="2026-05-20") == []
    assert placing.clock("C-FINALACC")["outcome"] == "running"
    let = {
        "until": "2026-05-19",
        "basis": "bed_let_again",
        "reason": "Another child moved in on the 20th.",
        "approved_by": "morgan-manager",
    }
    assert refused(placing.act("pay-until", let | {"basis": "waived"}, **FINANCE))[:2] == (
        422,
        "MISSING_INFORMATION",
    )
    done(placing.act("pay-until", let, **FINANCE))
    assert listed(office, "after_leaving", as_at="2026-05-20") == []
    assert placing.read()["end"]["at"] == "2026-05-13"

    reckoned = costs(placing)["to_date_pence"]
    said = {"on": "2026-06-05", "agreed_pence": reckoned - 500, "provider_agreed": "priya"}
    unexplained = placing.act("final-accounts", said, **FINANCE)
    assert refused(unexplained)[:2] == (422, "MISSING_INFORMATION")
    assert len(listed(office, "to_settle")) == 1
    done(placing.act("final-accounts", said | {"reason": "A lamp."}, **FINANCE))
    assert listed(office, "to_settle") == []
    assert len(listed(office, "to_settle", as_at="2026-06-01")) == 1
    (settled,) = listed(office, "settled")
    assert settled["since"] == "2026-06-05"
    assert costs(placing)["account"]["reckoned_pence"] == reckoned
    assert placing.clock("C-FINALACC")["outcome"] == "met"
    assert office.get(f"{placing.path}/costs", role=Role.CASEWORKER).status_code == 403
