"""Whatever was shared, and whenever it turns out against whom: no provider reads the name."""

import json
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from application.concern.naming import subjects
from application.concern.own import OwnConcern, own
from domain.concern import decider
from domain.concern import events as came
from domain.concern.state import OnRecord
from domain.concern.vocabulary import ConcernId, ConcernKind, Party, Source
from domain.shared.vocabulary import CaseId, ProviderId, SettingId, Subject
from tests.support.recorded import NOON, recorded

SHOWN = TypeAdapter(OwnConcern)
HARBOUR, ELSEWHERE = ProviderId(UUID(int=5)), ProviderId(UUID(int=6))
TAM = Subject("tam-manager")
WORDS = st.lists(
    st.sampled_from(["we", "look", "into", "it", "at", "night", "Harbour"]), max_size=6
)


def raised(account: str, subject: str | None) -> came.ConcernRaised:
    return came.ConcernRaised(
        concern_id=ConcernId(UUID(int=1)),
        kind=ConcernKind.SAFEGUARDING_ALERT,
        categories=("restraint",),
        source=Source.CHILD,
        case_id=CaseId(UUID(int=2)),
        siblings=(),
        placements=(),
        setting_id=SettingId(UUID(int=3)),
        about_provider=HARBOUR,
        raised_by=HARBOUR,
        happened_at=None,
        aware_at=NOON,
        told_at=NOON,
        death=False,
        account=account,
        subject=subject,
        by=TAM,
    )


def triaged(subject: str | None) -> came.ConcernTriaged:
    told: dict[str, Any] = {"serious": False, "refer": True, "investigate": True, "reason": None}
    return came.ConcernTriaged(**told, subject=subject, lead=TAM, by=TAM)


def shared(text: str, whom: ProviderId = HARBOUR) -> came.ConcernShared:
    return came.ConcernShared(party=Party.PROVIDER, provider_id=whom, text=text, by=TAM)


def read(provider_id: ProviderId, *events: Any) -> OwnConcern:
    history = recorded(*events)
    state = decider.replay([each.event for each in history])
    assert isinstance(state, OnRecord)
    return own(UUID(int=1), state, history, provider_id, [*subjects(state.facts)])


@pytest.mark.covers("R-227")
@given(
    st.sampled_from(["Underhill", "Quillfeather"]),
    st.sampled_from(["at_once", "later"]),
    WORDS,
    WORDS,
)
def test_whom_it_is_against_is_in_nothing_that_a_provider_reads(
    name: str, named: str, before: list[str], after: list[str]
) -> None:
    text = " ".join([*before, f"Morgan {name}", *after])
    first, second = (None, name) if named == "later" else (name, None)
    told = (raised(text, first), shared(text), triaged(second), shared("Nobody."))

    found = read(HARBOUR, *told)
    assert name.lower() not in json.dumps(SHOWN.dump_python(found, mode="json")).lower()
    assert [each.text for each in found.told] == [None, "Nobody."]


@pytest.mark.covers("R-227")
def test_a_provider_reads_the_words_that_were_shared_with_it_and_with_no_other() -> None:
    told = (raised("Held.", None), shared("For Harbour."), shared("For others.", ELSEWHERE))

    ours, theirs = read(HARBOUR, *told), read(ELSEWHERE, *told)
    assert [[each.text for each in found.told] for found in (ours, theirs)] == [
        ["For Harbour."],
        ["For others."],
    ]
    assert (ours.raised_by_us, theirs.raised_by_us) == (True, False)
    assert (theirs.setting_id, theirs.categories, theirs.actions) == (None, (), ())
    assert "Held" not in repr(ours)
