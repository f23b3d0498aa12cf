"""Providers are sent a link when something waits for them, and the broker sees whether it came."""

import json

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from application.access.principal import Role
from application.telling.letters import SUBJECTS, TEXT
from infrastructure.event_store.tables import outbox
from tests.support.market import CANARIES, Search, Seller, ready_to_publish, seller
from tests.support.service import Office


def told(search: Search, who: Seller) -> list[tuple[str, str]]:
    """What the broker sees of the messages to a provider."""
    search.office.quiet()
    (invitation,) = (
        each for each in search.read()["invitations"] if each["provider_id"] == str(who.provider_id)
    )
    return [(each["about"], each["fate"]) for each in invitation["messages"]]


@pytest.mark.covers("R-29", "R-72")
def test_each_is_told_of_what_waits_for_it_and_of_nothing_else(sqlite_office: Office) -> None:
    office, one, other = sqlite_office, seller(sqlite_office), seller(sqlite_office)
    search = ready_to_publish(office)
    with capture_logs() as lines:
        search.publish()
        version = search.etag()
        assert told(search, one) == told(search, other) == [("invited", "delivered")]
        assert search.etag() == version

        asked = search.answer(one, "questions", {"text": "Is there a cat?"})
        question = asked.json()["ids"]["question_id"]
        answer = {"question_id": question, "text": "No.", "to_all": True, "shared_as": "Any pets?"}
        path = f"{search.path}/invitation-question-answers"
        answered = office.post(path, answer, role=Role.BROKER)
        assert answered.status_code == 201, answered.text
        search.done("pack-withdrawals", {"field": "summary", "reason": "names_somebody"})
        search.answer(other, "declines", {"reason": "no_vacancy"})
        both = [("question_answered", "delivered"), ("pack_withdrawn", "delivered")]
        assert told(search, one)[1:] == told(search, other)[1:] == both

    spoken = json.dumps([lines, *SUBJECTS.values(), TEXT], default=str).lower()
    assert "provider told" in spoken
    assert [word for word in (*CANARIES, "harbour.example", "cat?") if word in spoken] == []
    with office.running.database.read() as connection:
        assert connection.execute(select(outbox)).all() == []
