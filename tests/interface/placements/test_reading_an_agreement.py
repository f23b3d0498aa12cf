"""An agreement as each side reads it: on any day, and each no more than is its own."""

from typing import Any

import pytest

from tests.support.placing import done, open_house, proposed
from tests.support.service import Office


@pytest.mark.covers("R-190", "R-193")
def test_it_is_read_as_at_any_day_though_a_signature_is_dated_before_the_draft(
    sqlite_office: Office,
) -> None:
    placing = proposed(sqlite_office, open_house(sqlite_office))

    def read(as_at: str) -> Any:
        answer = sqlite_office.get(f"{placing.path}/agreement", {"as_at": as_at})
        assert answer.status_code == 200, answer.text
        return answer.json()

    def theirs() -> Any:
        path = f"{placing.path}/own-agreement"
        return sqlite_office.get(path, **placing.house.signatory).json()

    done(placing.draft())
    assert theirs()["draft"] is None, "what the council works on is its own"
    done(placing.act("agreement-issues", {}))
    assert theirs()["draft"]["weekly_pence"] == 90_000
    done(placing.sign("council", on="2026-03-06"))
    shown = read("2026-03-06")
    assert (shown["signed_by"], shown["held"], shown["versions"]) == (["council"], None, [])
    assert shown["draft"]["half_hours"] == 20

    done(placing.sign("provider", on="2026-03-06"))
    placing.introduced()
    done(placing.agree_start())
    done(placing.start())
    held = [(day, read(day)["held"]) for day in ("1900-01-01", "2026-03-08", "2026-03-09")]
    assert held == [("1900-01-01", None), ("2026-03-08", None), ("2026-03-09", 1)]
    assert read("2026-03-08")["draft"] is None
    assert [each["version"] for each in theirs()["versions"]] == [1]
    assert [each["since"] for each in read("2026-03-08")["versions"]] == ["2026-03-09"]
