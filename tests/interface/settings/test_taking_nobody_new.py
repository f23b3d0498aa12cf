"""Restrictions and temporary closures: nobody new comes, and nobody leaves by it."""

from datetime import date
from uuid import uuid4

import pytest

from domain import setting
from domain.setting.commands.places import ReservePlace
from domain.shared.admission import SettingNotOpen, SettingRestricted
from domain.shared.envelope import StreamId
from domain.shared.vocabulary import PlacementId
from tests.support.children import tell
from tests.support.registers import done, etag, home, read, refused
from tests.support.service import Office
from tests.support.settings import EXPIRES

MAY, JUNE = "2026-05-01", "2026-06-01"


def reserve(office: Office, path: str, arrives: date) -> None:
    command = ReservePlace(placement_id=PlacementId(uuid4()), arrives=arrives, expires_at=EXPIRES)
    stream = StreamId(path.replace("/settings/", "setting-"))
    tell(office.running, stream, setting.decider, command)


def test_a_restricted_home_takes_nobody_until_it_is_lifted(office: Office) -> None:
    path = home(office)
    done(office.post(f"{path}/restrictions", {"since": MAY, "source": "ofsted_s22b"}))

    assert read(office, path, as_at=MAY)["home"]["admissions_restricted"] is True
    with pytest.raises(SettingRestricted):
        reserve(office, path, date(2026, 5, 2))

    lift = {"on": JUNE}
    done(office.post(f"{path}/restriction-lifts", lift, if_match=etag(office, path)))
    assert read(office, path, as_at="2026-05-31")["home"]["admissions_restricted"] is True
    assert read(office, path, as_at=JUNE)["home"]["admissions_restricted"] is False
    reserve(office, path, date(2026, 6, 1))


def test_a_closed_home_takes_nobody_until_it_reopens(office: Office) -> None:
    path = home(office)
    done(office.post(f"{path}/closures", {"since": MAY}))

    assert read(office, path, as_at=MAY)["home"]["is_open"] is False
    with pytest.raises(SettingNotOpen):
        reserve(office, path, date(2026, 5, 2))

    done(office.post(f"{path}/reopenings", {"on": JUNE}, if_match=etag(office, path)))
    assert read(office, path, as_at=JUNE)["home"]["is_open"] is True
    reserve(office, path, date(2026, 6, 1))


def test_free_places_of_a_home_that_takes_nobody_are_marked_so(office: Office) -> None:
    path = home(office)
    done(office.post(f"{path}/closures", {"since": MAY, "until": "2026-05-02"}))

    nights = read(office, f"{path}/occupancy", night=MAY, until="2026-05-03")["nights"]

    assert [(each["free"], each["admits"]) for each in nights] == [(2, False), (2, True)]


@pytest.mark.parametrize("what", ["restriction-lifts", "reopenings"])
def test_there_must_be_something_to_end(sqlite_office: Office, what: str) -> None:
    path = home(sqlite_office)

    answer = sqlite_office.post(f"{path}/{what}", {"on": JUNE}, if_match=etag(sqlite_office, path))

    assert refused(answer) == (409, "WRONG_STATE")


def test_a_restriction_that_nobody_had_seen_is_not_lifted(sqlite_office: Office) -> None:
    path = home(sqlite_office)
    done(sqlite_office.post(f"{path}/restrictions", {"since": MAY, "source": "council"}))
    seen = etag(sqlite_office, path)
    done(sqlite_office.post(f"{path}/restrictions", {"since": JUNE, "source": "ofsted_s22b"}))

    stale = sqlite_office.post(f"{path}/restriction-lifts", {"on": JUNE}, if_match=seen)
    unseen = sqlite_office.post(f"{path}/restriction-lifts", {"on": JUNE})

    assert refused(stale) == (412, "VERSION_CONFLICT")
    assert refused(unseen) == (428, "IF_MATCH_REQUIRED")


def test_why_is_a_code_and_never_a_sentence(sqlite_office: Office) -> None:
    path = home(sqlite_office)
    sentence = {"since": MAY, "source": "Mrs Smith complained"}

    answer = sqlite_office.post(f"{path}/restrictions", sentence)

    assert refused(answer) == (422, "INVALID_REQUEST")
    assert "Smith" not in answer.text
