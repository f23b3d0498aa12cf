"""No free text of a record that several children share names one of them, whichever it is."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any, get_args
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from application.access.principal import Role
from application.referral.free_texts import free_texts, has_free_texts
from application.referral.naming import NobodyNamed
from application.shared.casework import Act, Ask, Casework
from application.task.raising import Raising
from domain import case, referral, task
from domain.referral.codes import WithdrawalReason
from domain.referral.commands.ending import WithdrawReferral
from domain.referral.commands.request import UpdateSections
from domain.referral.errors import ChildNamedInSharedRecord
from domain.referral.events import ReferralEvent
from domain.referral.sections import SectionName
from domain.shared.envelope import StreamId
from domain.shared.messages import Command, Event
from domain.shared.vocabulary import CaseId
from domain.task.codes import ClosedAs
from domain.task.commands import CloseTask, RaiseTask
from domain.task.events import TaskClosed
from infrastructure.keys.plan import plan
from tests.support.cases import open_case
from tests.support.events import events_of
from tests.support.memory import MemoryStreams, NoKeys, occasion
from tests.support.referrals import BROKER, CASEWORKER, draft

KINDS: Sequence[type[Event]] = get_args(ReferralEvent)


@given(st.one_of(*map(events_of, KINDS)))
@settings(max_examples=300)
@pytest.mark.covers("R-56", "R-91")
def test_free_texts_are_all_that_the_log_seals(event: Event) -> None:
    sealed: list[str] = []

    def note(value: Any, _path: str) -> Any:
        sealed.extend(texts_in(value))
        return value

    node = plan(type(event))
    if node is not None:
        node.apply(event.model_dump(mode="json"), "", note)
    assert sorted(text for _, text in free_texts(event)) == sorted(sealed)
    assert has_free_texts(type(event)) is (node is not None)


def texts_in(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    items = value.values() if isinstance(value, dict) else value
    return (
        [text for each in items for text in texts_in(each)]
        if isinstance(value, list | dict)
        else []
    )


SHARED = StreamId("referral-shared")
NAMING = "Amina would not go."


def told(*commands: Command, siblings: bool = True, role: Role = Role.BROKER) -> MemoryStreams:
    """A draft for one child or two, and then what is asked about it."""
    streams = MemoryStreams()
    casework = Casework(streams, NoKeys(), inspection=NobodyNamed(streams))
    first, second = CaseId(uuid4()), CaseId(uuid4())
    asks = [
        Ask(
            StreamId(f"case-{each}"), case.decider, open_case().model_copy(update={"case_id": each})
        )
        for each in (first, second)
    ]
    of = {"case_id": first, "siblings": (second,) if siblings else ()}
    drafted = draft().model_copy(update=of)
    asks += [Ask(SHARED, referral.decider, each) for each in (drafted, *commands)]
    by = occasion()
    acting = replace(by, actor=by.actor.model_copy(update={"role": role.value}))
    for ask in asks:
        casework.do(acting, partial(Act, [ask]))
    return streams


def written(text: str) -> UpdateSections:
    return UpdateSections(sections={SectionName.FAMILY: text}, by=CASEWORKER)


def called_off(text: str) -> WithdrawReferral:
    return WithdrawReferral(reason=WithdrawalReason.CHILD_REFUSED, text=text, by=BROKER)


@pytest.mark.parametrize(
    ("command", "field"), [(written(NAMING), "sections.family"), (called_off(NAMING), "text")]
)
@pytest.mark.covers("R-56")
def test_whatever_the_council_writes_names_no_child(command: Command, field: str) -> None:
    with pytest.raises(ChildNamedInSharedRecord) as refusal:
        told(command)
    assert refusal.value.details["fields"] == [field]


def kept(streams: MemoryStreams) -> Sequence[str]:
    """Every free text on the record of the search."""
    return [str(text) for each in streams.read(SHARED).events for _, text in free_texts(each.event)]


def test_what_names_nobody_is_written() -> None:
    streams = told(written("Child 2 would not go."), called_off("Child 1 refused."))

    assert {"Child 2 would not go.", "Child 1 refused."} <= set(kept(streams))


def test_the_record_of_one_child_alone_names_whom_it_will() -> None:
    assert NAMING in kept(told(written(NAMING), siblings=False))


@pytest.mark.parametrize("role", [Role.PROVIDER_RESPONDER, Role.PARTNER_FUNDER])
def test_what_others_say_is_a_fact_whatever_it_says(role: Role) -> None:
    assert NAMING in kept(told(written(NAMING), role=role))


def closed(streams: MemoryStreams, text: str) -> str:
    """What the record says was done about a task."""
    casework = Casework(streams, NoKeys(), inspection=NobodyNamed(streams))
    cause = streams.read(SHARED).events[0]
    raised = Raising(streams, "leave-to-people").raised(cause, "DATA_BREACH_TO_JUDGE")
    casework.do(occasion(), partial(Act, [raised]))
    asked = raised.command
    assert isinstance(asked, RaiseTask)
    closure = CloseTask(
        task_id=asked.task_id,
        closed_as=ClosedAs.DONE,
        text=text,
        role=Role.DPO,
        by=BROKER,
    )
    casework.do(occasion(), partial(Act, [Ask(raised.stream, task.decider, closure)]))
    event = streams.read(raised.stream).events[-1].event
    assert isinstance(event, TaskClosed)
    return str(event.text)


@pytest.mark.covers("R-56", "R-107")
def test_what_was_done_about_a_task_names_no_child_either() -> None:
    with pytest.raises(ChildNamedInSharedRecord):
        closed(told(), NAMING)
    assert closed(told(), "Child 1 was not harmed.") == "Child 1 was not harmed."
    assert closed(told(siblings=False), NAMING) == NAMING
