"""A young person who turned 18 in a home that was to be left by then."""

from datetime import date

import pytest

from application.access.principal import Role
from tests.support.placing import clocks, done, proposed
from tests.support.service import Office


@pytest.mark.covers("6-38", "R-02", "C-AGE-18", "C-LOT-18")
def test_still_there_at_18_is_a_fact_with_breach_and_the_placement_goes_on(
    sqlite_office: Office,
) -> None:
    living = proposed(sqlite_office, born_on=date(2008, 8, 17)).started()
    sqlite_office.quiet()
    said = {"on": "2026-05-10", "to": "own_tenancy", "plan": "A flat by the canal from August."}
    done(living.act("move-on-confirmations", said, role=Role.CASEWORKER))
    sqlite_office.quiet()

    asked = [
        (each["due"][:10], each["outcome"])
        for each in clocks(sqlite_office, living.case_id)
        if each["code"] == "C-AGE-18"
    ]
    assert asked == [("2026-05-17", "met"), ("2026-07-20", "running")]
    assert living.clock("C-LOT-18")["due"][:10] == "2026-08-16"
    register = sqlite_office.get(f"/cases/{living.case_id}/breaches").json()["breaches"]
    assert "C-LOT-18" in {each["code"] for each in register}
    shown = living.read()
    assert (shown["stage"], shown["move_on"][0]["to"]) == ("active", "own_tenancy")
    assert living.read(role=Role.FINANCE_OFFICER)["move_on"][0]["plan"] is None
    told = sqlite_office.get(f"/cases/{living.case_id}/timeline").text
    assert "canal" not in told
    whole = sqlite_office.get(f"/cases/{living.case_id}", {"as_at": "2026-08-17"}).json()
    assert whole["looked_after"] is False
