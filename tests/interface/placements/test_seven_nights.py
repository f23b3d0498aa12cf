"""6-79 over HTTP: a lot of at most seven nights, on the eighth."""

from datetime import date
from typing import Any

import pytest

from tests.support import placing
from tests.support.placing import DPS, Placing, done, proposed, refused
from tests.support.service import Office

TO_22 = {"contract_id": str(DPS), "lot": "2.2", "on": "2026-03-17"}


def nights(found: Placing) -> tuple[str, bool]:
    clock: Any = found.clock("C-NIGHTS-7")
    return clock["outcome"], clock["breached"]


@pytest.mark.covers("6-79", "C-NIGHTS-7", "4-090", "4-101", "R-02")
def test_the_eighth_night_is_a_breach_until_the_child_goes_on_in_another_lot(
    sqlite_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(placing, "LOT", "2.1")
    found = proposed(sqlite_office, planned_end=date(2026, 5, 1)).started()

    assert nights(found) == ("running", True)
    assert found.clock("C-NIGHTS-7")["due"] == "2026-03-16T23:59:59Z"
    assert found.read()["agreement"]["warnings"] == ["TERM_SHORTER_THAN_USUAL"]
    no_lot = found.act("categories", {**TO_22, "lot": "9.9"})
    assert refused(no_lot)[:2] == (404, "NOT_FOUND")
    too_old = found.act("categories", {**TO_22, "lot": "2.2", "on": "2026-03-01"})
    assert refused(too_old)[1] == "EFFECTIVE_BEFORE_STREAM"
    done(found.act("categories", TO_22))

    assert nights(found) == ("met", True)
    seen = found.read()
    assert (seen["lives_here"], seen["arrangement"]["lot"]) == (True, "2.2")
    assert seen["agreement"] is None
    found.agreed()
    assert found.read()["agreement"]["standing"] == "in_force"
