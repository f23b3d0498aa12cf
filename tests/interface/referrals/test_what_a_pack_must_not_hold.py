"""What is on record around a child is refused in a pack, by the field and never by the text."""

import pytest

from application.access.principal import Role
from tests.support.market import Search, ready_to_publish, seller
from tests.support.service import Office

AROUND = (
    {"kind": "relative", "relation": "aunt", "value": "Peregrine Thornbury"},
    {
        "kind": "address",
        "relation": "own_home",
        "value": "14 Larkspur Rise",
        "postcode": "de21 7qx",
    },
    {"kind": "school", "relation": "college", "value": "Saint Wilfreda's Sixth Form"},
    {"kind": "number", "relation": "mobile", "value": "07700 900123"},
)
PLANTED = ("Peregrine", "Larkspur", "DE21 7QX", "Wilfreda", "07700900123", "Brambleshade", "Otty")


def known(office: Office) -> Search:
    """A search for a child around whom everything is on record, one of it ended since."""
    found = ready_to_publish(office)
    path = f"/cases/{found.case_id}/connections"
    told = [
        office.post(path, {**each, "since": "2026-01-05"}, role=Role.CASEWORKER) for each in AROUND
    ]
    assert {each.status_code for each in told} == {201}
    last = {"connection_id": told[-1].json()["ids"]["connection_id"], "on": "2026-02-05"}
    ended = office.post(f"/cases/{found.case_id}/connection-ends", last, role=Role.CASEWORKER)
    assert ended.status_code == 201, ended.text
    return found


@pytest.mark.covers("4-110", "4-264", "4-266")
def test_what_stands_around_the_child_is_refused_by_its_field(sqlite_office: Office) -> None:
    asked = seller(sqlite_office)
    found = known(sqlite_office)

    shown = sqlite_office.get(f"/cases/{found.case_id}", role=Role.BROKER).json()["connections"]
    assert [each["kind"] for each in shown] == ["relative", "address", "school"]
    for word in PLANTED:
        pack = {**found.publication()["pack"], "summary": f"Close to {word}, and likes cooking."}
        refused = found.act("publications", found.publication(pack=pack))
        assert (refused.status_code, refused.json()["code"]) == (422, "REDACTION_NOT_CONFIRMED")
        assert refused.json()["fields"] == ["summary"]
        assert word.lower() not in refused.text.lower()

    found.publish()
    found.answer(asked, "views", {})
    read = sqlite_office.get(f"/invitations/{found.invitation(asked)}", **asked.user)
    assert read.json()["pack"]["summary"].startswith("Likes cooking")
    assert not [word for word in PLANTED if word.lower() in read.text.lower()]


@pytest.mark.covers("6-61", "R-124")
def test_where_a_child_slept_that_no_register_knows_is_in_no_pack(sqlite_office: Office) -> None:
    seller(sqlite_office)
    found = ready_to_publish(sqlite_office)
    slept = {
        "case_id": found.case_id,
        "at": "2026-03-07T03:00:00Z",
        "unlisted": {
            "whose": "Peregrine Thornbury",
            "address": "Flat 9, 2 Larkspur Rise, Derby",
            "postcode": "DE1 2GQ",
        },
    }
    begun = sqlite_office.post("/placements/starts", slept, role=Role.OUT_OF_HOURS)
    assert begun.status_code == 201, begun.text

    for word in ("Larkspur", "2 Larkspur Rise", "de12gq", "Peregrine Thornbury"):
        pack = {**found.publication()["pack"], "summary": f"Sleeps at {word} now."}
        refused = found.act("publications", found.publication(pack=pack))
        assert (refused.status_code, refused.json()["code"]) == (422, "REDACTION_NOT_CONFIRMED")
    pack = {**found.publication()["pack"], "summary": "Sleeps in Derby now, in a flat."}
    published = found.act("publications", found.publication(pack=pack))
    assert published.status_code == 201, published.text
