"""Over HTTP: what a provider is told grows with its part in the search, and nobody else's does."""

from hashlib import sha256
from typing import Any

import pytest

from application.access.principal import Role
from tests.interface.referrals.test_an_emergency_at_night import (
    ESSENTIALS,
    NIGHT,
    due,
    publication,
    taken_on,
)
from tests.interface.referrals.test_judging_offers import CRITERIA, SHARED, judged, refused
from tests.support.market import CANARIES, Search, Seller, ready_to_publish, seller
from tests.support.placing import House, Placing, proposed
from tests.support.service import Office

FIELDS = {
    "needs": "Steady adults, and time after an upset.",
    "risks": "Went missing twice last year, to the same friend's.",
    "school": "Mainstream, year 11; up to forty minutes away.",
    "health": "Asthma.",
}

HIDDEN = {
    "kind": "address",
    "relation": "own_home",
    "value": "14 Larkspur Rise",
    "postcode": "DE21 7QX",
    "confidential": True,
    "since": "2026-01-05",
}


def portal(office: Office, found: Search, who: Seller) -> Any:
    return office.get(f"/invitations/{found.invitation(who)}", **who.user).json()


def shortlisted(office: Office, *sellers: Seller) -> tuple[Search, list[str]]:
    found = ready_to_publish(office)
    found.publish()
    found.done("criteria", CRITERIA)
    offers = [found.offer(who).json()["ids"]["offer_id"] for who in sellers]
    office.quiet()
    found.pass_deadline()
    office.quiet()
    for offer_id in offers:
        judged(found, offer_id)
    return found, offers


def evidence(office: Office, found: Search, who: Seller, at: Any) -> Any:
    params = {"provider_id": str(who.provider_id), "at": at.isoformat()}
    return office.get(f"{found.path}/packs", params, role=Role.AUDITOR).json()


@pytest.mark.covers("4-110", "4-264", "R-100")
@pytest.mark.refuses("CONFIDENTIALITY_NOT_ACCEPTED", "REDACTION_NOT_CONFIRMED")
def test_a_shortlisted_provider_bound_to_confidence_reads_the_matching_pack_and_nobody_else_does(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    one, other = seller(office), seller(office)
    found, (mine, _) = shortlisted(office, one, other)
    matching = {"offer_id": mine, "fields": FIELDS, "certified_by": "cert-certifier"}

    unbound = found.act("matching-packs", matching)
    assert refused(unbound) == (422, "CONFIDENTIALITY_NOT_ACCEPTED")
    assert found.answer(one, "confidentiality-acceptances", {}).status_code == 201
    for field, told in {
        "school": "Otty's school.",
        "name": "Somebody.",
        "family": "An aunt.",
    }.items():
        leaking = {**matching, "fields": {**FIELDS, field: told}}
        answer = found.act("matching-packs", leaking)
        assert (refused(answer), answer.json()["fields"]) == (
            (422, "REDACTION_NOT_CONFIRMED"),
            [field],
        )
    found.done("matching-packs", matching)
    office.quiet()

    waiting = portal(office, found, one)
    assert waiting["confidential_at"] is not None
    assert (waiting["released"]["packs"], waiting["released"]["unopened"]) == ([], ["matching"])
    found.answer(one, "views", {})
    office.quiet()
    read = office.get(f"/invitations/{found.invitation(one)}", **one.user)
    (pack,) = read.json()["released"]["packs"]
    assert (pack["stage"], pack["fields"]["school"]) == ("matching", FIELDS["school"])
    assert pack["fields"]["birth"].endswith("months")
    assert not [word for word in CANARIES if word in read.text.lower()]
    assert portal(office, found, other)["released"] is None

    now = office.running.clock.now()
    seen = evidence(office, found, one, now)
    assert [each["stage"] for each in seen] == ["published", "matching"]
    assert sha256(seen[1]["content"].encode()).hexdigest() == pack["sha256"]
    assert [each["stage"] for each in evidence(office, found, other, now)] == ["published"]

    leaked = {"field": "risks", "reason": "name_of_friend", "sha256": pack["sha256"]}
    found.done("pack-withdrawals", leaked)
    office.quiet()
    gone = portal(office, found, one)
    assert (gone["released"], gone["to_delete"], gone["pack"] is not None) == (None, True, True)
    version = found.read()["packs"][-1]
    assert (version["alone"], version["opened_by"]) == ([str(one.provider_id)],) * 2
    assert version["withdrawn_at"] is not None
    assert evidence(office, found, one, now)[1]["sha256"] == pack["sha256"]
    again = found.act("matching-packs", matching).json()
    assert again["code"] == "MISSING_INFORMATION"


@pytest.mark.covers("R-100", "R-93")
def test_the_full_pack_goes_to_the_home_once_the_start_is_agreed(sqlite_office: Office) -> None:
    office = sqlite_office
    placing = proposed(office)
    office.quiet()
    full = {
        "fields": {**FIELDS, "school": "Larkspur Sixth Form.", "family": "Sees her aunt."},
        "certified_by": "cert-certifier",
    }
    early = released(placing, full)
    assert refused(early) == (409, "WRONG_STATE")
    placing.ready()

    assert released(placing, full).status_code == 201
    office.quiet()
    home = portal_of(office, placing.house)
    assert office.post(f"{home}/views", {}, **user_of(placing.house)).status_code == 201
    office.quiet()
    told = office.get(home, **user_of(placing.house)).json()["released"]["packs"]
    fields = told[-1]["fields"]
    assert fields["name"] == "Demo-Otter Brambleshade"
    assert (fields["birth"], fields["school"]) == ("2009-05-17", "Larkspur Sixth Form.")


def released(placing: Placing, body: Any) -> Any:
    path = f"/referrals/{placing.referral_id}"
    etag = placing.office.get(path, role=Role.BROKER).headers["ETag"]
    return placing.office.post(f"{path}/full-packs", body, if_match=etag, role=Role.BROKER)


def user_of(house: House) -> Any:
    return {"role": Role.PROVIDER_MANAGER, "organisation": house.provider_id}


def portal_of(office: Office, house: House) -> str:
    listed = office.get("/invitations", **user_of(house)).json()["invitations"]
    return f"/invitations/{listed[0]['invitation_id']}"


@pytest.mark.covers("4-128", "6-61", "C-IRA", "R-100", "R-101")
@pytest.mark.refuses("MISSING_INFORMATION", "REDACTION_NOT_CONFIRMED")
def test_in_an_emergency_a_home_asked_later_reads_on_and_hears_the_first_name_once_chosen(
    sqlite_office: Office,
) -> None:
    office, first = sqlite_office, seller(sqlite_office)
    search = taken_on(office)
    path = f"/cases/{search.case_id}/connections"
    assert office.post(path, HIDDEN, role=NIGHT).status_code == 201
    search.done("emergency-publications", publication(search), NIGHT)
    office.quiet()
    later = seller(office)
    search.done("widenings", {"audience": "lot", "reason": "few_answers"})
    office.quiet()
    search.answer(later, "views", {})
    office.quiet()
    (minimum,) = portal(office, search, later)["released"]["packs"]
    assert minimum["fields"]["health"] == ESSENTIALS["health"]

    shared = {"content": SHARED, "earliest_start": search.today.isoformat()}
    offer_id = search.offer(later, **shared).json()["ids"]["offer_id"]
    search.answer(first, "declines", {"reason": "no_vacancy"})
    office.quiet()
    search.pass_deadline()
    office.quiet()
    early = search.act("named-minimum-packs", {"certified_by": "olly"}, NIGHT)
    assert refused(early) == (409, "WRONG_STATE")
    chosen = search.done("preferred-offers", search.choice(offer_id)).json()["ids"]
    for name in ("family", "history"):
        leaking = {"sections": {name: "Her mother is at 14 Larkspur Rise."}}
        kept_back = search.act("information-parts", leaking, NIGHT)
        assert refused(kept_back) == (422, "REDACTION_NOT_CONFIRMED")
        assert kept_back.json()["fields"] == [name]
    search.done("named-minimum-packs", {"certified_by": "olly"}, NIGHT)
    search.answer(later, "views", {})
    office.quiet()
    (named,) = portal(office, search, later)["released"]["packs"]
    assert (named["stage"], named["fields"]["name"]) == ("emergency", "Demo-Otter")
    assert named["fields"]["health"] == ESSENTIALS["health"]
    assert "name" not in str(portal(office, search, first)["released"])

    path = f"/placements/{chosen['placement_id']}"
    agreed = {
        "starts_at": search.today.isoformat(),
        "iro_informed": True,
        "placement_plan_prepared": True,
    }
    now = office.running.clock.now().isoformat()
    search.done("verbal-authorities", {"officer": "hollis-head", "given_at": now}, NIGHT)
    etag = office.get(path, role=Role.BROKER).headers["ETag"]
    unweighed = office.post(f"{path}/start-agreements", agreed, if_match=etag, role=Role.BROKER)
    assert (refused(unweighed), unweighed.json()["missing"]) == (
        (422, "MISSING_INFORMATION"),
        ["impact_assessment"],
    )
    assert due(office, "C-IRA") is not None
    moved = office.post(f"{path}/starts", {"at": now}, role=NIGHT)
    assert moved.status_code == 201, moved.text
    office.quiet()
    breaches = office.get(f"/cases/{search.case_id}/breaches", role=Role.BROKER).json()["breaches"]
    assert "IMPACT_NOT_ASSESSED" in {each["code"] for each in breaches}
    overdue = due(office, "C-IRA")
    assert overdue is not None
    assert overdue.isoformat()[:19] == now[:19]
