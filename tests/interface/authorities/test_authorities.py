"""A council's own entry over HTTP: boundaries and limits by the day."""

import pytest

from application.access.principal import Role
from tests.support.registers import NOTTINGHAM, done, read, refused
from tests.support.service import Office

DERBY = "/authorities/E06000015"
BOUNDARIES = {
    "districts": ["E06000015", "E07000036"],
    "adjoining": ["E10000007"],
    "adjoining_districts": ["E07000039"],
    "since": "2028-04-01",
    "source": "The Derbyshire (Structural Changes) Order",
    "approved_by": "dana-director",
}
LIMIT = {
    "role": "funding_authoriser",
    "provision": "fostering",
    "limit_pence": 150000,
    "since": "2027-04-01",
    "source": "Scheme of delegation, 2027",
}


@pytest.mark.covers("6-58")
def test_boundaries_are_those_of_the_day(office: Office) -> None:
    done(office.post(f"{DERBY}/boundaries", BOUNDARIES, role=Role.DCS))

    def districts(day: str) -> list[str]:
        found: list[str] = read(office, DERBY, as_at=day)["boundaries"]["boundaries"]["districts"]
        return found

    assert districts("2028-03-31") == ["E06000015"]
    assert districts("2028-04-01") == ["E06000015", "E07000036"]
    assert read(office, DERBY, as_at="1990-01-01")["boundaries"] is None


def test_a_limit_holds_from_its_day(office: Office) -> None:
    done(office.post(f"{DERBY}/funding-limits", LIMIT, role=Role.DCS))

    def limit(day: str) -> int | None:
        limits = read(office, DERBY, as_at=day)["funding_limits"]
        found: int | None = next(
            each["limit"]
            for each in limits
            if (each["role"], each["provision"]) == ("funding_authoriser", "fostering")
        )
        return found

    assert limit("2027-03-31") is None
    assert limit("2027-04-01") == 150000


def test_what_was_said_is_read_as_it_was_known(office: Office) -> None:
    known = office.running.clock.now().isoformat()
    done(office.post(f"{DERBY}/boundaries", BOUNDARIES, role=Role.DCS))

    then = read(office, DERBY, as_at="2028-04-01", as_known_at=known)

    assert then["boundaries"]["boundaries"]["districts"] == ["E06000015"]


def test_a_district_is_not_both_own_and_adjoining(sqlite_office: Office) -> None:
    both = {**BOUNDARIES, "adjoining_districts": ["E07000036"]}

    answer = sqlite_office.post(f"{DERBY}/boundaries", both, role=Role.DCS)

    assert refused(answer) == (422, "TERMS_CONTRADICT")


@pytest.mark.covers("R-41")
def test_another_councils_entry_is_not_found(office: Office) -> None:
    assert office.get(DERBY, authority=NOTTINGHAM).status_code == 404
    assert office.get(f"/authorities/{NOTTINGHAM}").status_code == 404
    for path, body in (("boundaries", BOUNDARIES), ("funding-limits", LIMIT)):
        answer = office.post(f"{DERBY}/{path}", body, role=Role.DCS, authority=NOTTINGHAM)
        assert refused(answer) == (404, "NOT_FOUND")


def test_a_council_that_has_no_entry_yet_is_not_found(sqlite_office: Office) -> None:
    own = f"/authorities/{NOTTINGHAM}"

    assert sqlite_office.get(own, authority=NOTTINGHAM).status_code == 404


def test_a_broker_sets_no_limit(sqlite_office: Office) -> None:
    answer = sqlite_office.post(f"{DERBY}/funding-limits", LIMIT, role=Role.BROKER)

    assert refused(answer) == (403, "NOT_PERMITTED")
