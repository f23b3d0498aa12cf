"""Homes here and there, and a child for whom one is looked for."""

from collections.abc import Mapping
from typing import Any

from tests.support.market import DPS
from tests.support.registers import done, home
from tests.support.service import Office

NOTTINGHAM = {"postcode": "NG1 5DT", "district": "E06000018"}
CHESTERFIELD: dict[str, Any] = {"postcode": "S40 1AW", "district": "E07000034"}
LEICESTERSHIRE = {"postcode": "DE12 6DU", "district": "E07000134"}
NEAR_BY = {"postcode": "DE1 2FS", "district": "E06000015"}
NOWHERE = {"postcode": "ZZ1 1ZZ", "district": "E06000015"}

AT_THE_RIVER = "DE1 2GQ"
"""Where the child's home is."""

SEARCH: Mapping[str, Any] = {
    "born_on": "2012-05-17",
    "arrives": "2026-03-09",
    "leaves": "2026-03-12",
    "provisions": ["childrens_home"],
    "from_postcode": AT_THE_RIVER,
}


def search(office: Office, *, known: str | None = None, **changed: Any) -> Any:
    """A search of homes for somebody described, by a broker."""
    path = "/settings/searches" + (f"?as_known_at={known}" if known else "")
    answer = office.post(path, {**SEARCH, **changed})
    assert answer.status_code == 200, answer.text
    return answer.json()


def fitting(answer: Any) -> list[str]:
    return [each["home"]["name"] for each in answer["fitting"]]


def codes(answer: Any, name: str) -> list[str]:
    """Why the home of this name was left out."""
    (found,) = [each for each in answer["left_out"] if each["home"]["name"] == name]
    return [each["code"] for each in found["reasons"]]


def where(answer: Any, name: str) -> Any:
    homes = [each["home"] for each in (*answer["fitting"], *answer["left_out"])]
    return next(each["where"] for each in homes if each["name"] == name)


def foster_home(office: Office, name: str, kind: str, **at: str) -> str:
    """A foster household, approved by the council's panel or registered with an agency."""
    path = home(office, name=name, provision="fostering", **at)
    done(office.post(f"{path}/registrations", {"kind": kind, "urn": None, "since": "2024-01-01"}))
    return path


def says_it_meets(office: Office, path: str, *needs: str, since: str = "2024-01-01") -> None:
    done(office.post(f"{path}/statements-of-purpose", {"needs": list(needs), "since": since}))


LOT: Mapping[str, Any] = {"contract_id": str(DPS), "lot": "2.2"}
