"""6-79 over HTTP: a lot of at most seven nights, on the eighth."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from domain import provider
from domain.provider.commands import AdmitToLot, RegisterProvider
from domain.provider.vocabulary import Evidence, Sector
from domain.shared.envelope import StreamId
from domain.shared.vocabulary import ProviderId
from tests.support import placing
from tests.support.children import tell
from tests.support.placing import DPS, Placing, done, proposed, refused
from tests.support.service import Office

TO_22 = {"contract_id": str(DPS), "lot": "2.2", "on": "2026-03-17"}


def nights(found: Placing) -> tuple[str, bool]:
    clock: Any = found.clock("C-NIGHTS-7")
    return clock["outcome"], clock["breached"]


@pytest.mark.refuses("NOT_ON_LOT")
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
    assert refused(found.act("categories", TO_22))[1] == "NOT_ON_LOT"
    runs = StreamId(f"provider-{found.read()['arrangement']['provider_id']}")
    tell(sqlite_office.running, runs, provider.decider, registered(runs))
    tell(sqlite_office.running, runs, provider.decider, admitted("2.2"))
    done(found.act("categories", TO_22))

    assert nights(found) == ("met", True)
    seen = found.read()
    assert (seen["lives_here"], seen["arrangement"]["lot"]) == (True, "2.2")
    assert seen["agreement"] is None
    found.agreed()
    assert found.read()["agreement"]["standing"] == "in_force"
    tell(sqlite_office.running, runs, provider.decider, admitted("2.1"))
    back = found.act("categories", {**TO_22, "lot": "2.1"})
    assert refused(back)[1] == "WRONG_STATE"


def registered(runs: StreamId) -> RegisterProvider:
    return RegisterProvider(
        provider_id=ProviderId(UUID(runs.removeprefix("provider-"))),
        name="Larch House Ltd",
        company_number="01234567",
        contact="referrals@larch.example",
        sector=Sector.PRIVATE,
    )


def admitted(lot: str) -> AdmitToLot:
    return AdmitToLot(
        contract_id=DPS, lot=lot, from_=date(2026, 1, 1), evidence=frozenset(Evidence)
    )
