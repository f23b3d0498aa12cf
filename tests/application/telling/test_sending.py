"""Messages are sent at least once, with one reference, and given up in the end."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

import pytest

from application.policies.leave_to_people import LeaveToPeople
from application.shared.registers import Registers
from application.telling.letters import letter
from application.telling.ports import Due, Letter, NotSent
from application.telling.sending import Sending
from application.telling.streams import search_of, telling_stream
from domain import provider, referral, telling
from domain import task as tasks
from domain.provider.commands import RegisterProvider, SuspendProvider
from domain.provider.vocabulary import Sector, SuspensionScope
from domain.shared.envelope import StreamId
from domain.shared.terms import Tier
from domain.shared.vocabulary import EventId, ProviderId, Subject
from domain.task.codes import TELEPHONE_PROVIDER
from domain.task.commands import RaiseTask, SettleTasks
from domain.telling.commands import TellProviders
from domain.telling.events import MessageDelivered, MessageNotDelivered
from domain.telling.vocabulary import About, Addressed, MessageId, NotToldBecause, Via
from tests.support.memory import NOW, Contended, MemoryStreams, occasion, office_of
from tests.support.racing import at_once
from tests.support.referrals import draft
from tests.support.service import DERBY

OAK, NOBODY = ProviderId(UUID(int=1)), ProviderId(UUID(int=2))
MESSAGE, INVITATION = MessageId(UUID(int=11)), UUID(int=12)
STREAM = telling_stream(StreamId(f"referral-{UUID(int=13)}"))
DUE = Due(
    id=1,
    stream=STREAM,
    about=About.INVITED,
    message_id=MESSAGE,
    provider_id=OAK,
    invitation_id=str(INVITATION),
    authority=DERBY,
    attempts=0,
)


@dataclass
class OneMessage:
    """An outbox with one message in it, due whenever it is asked."""

    due: Due = DUE
    taken: Iterator[int] = field(default_factory=lambda: count(1))
    gone: bool = False
    at_rest: bool = False

    def take(self, _: datetime) -> Due | None:
        self.at_rest = not self.at_rest
        if self.gone or not self.at_rest:
            return None
        return replace(self.due, attempts=next(self.taken))

    def done(self, _: Due) -> None:
        self.gone = True


class Stopped(BaseException):
    """As when the process is killed."""


@dataclass
class Carrier:
    sent: list[Letter] = field(default_factory=list)
    refuses: bool = False
    stops: bool = False
    via: Via = Via.EMAIL

    def send(self, letter: Letter) -> None:
        if self.refuses:
            raise NotSent(NotToldBecause.NOT_REACHED)
        self.sent.append(letter)
        if self.stops:
            raise Stopped


@dataclass
class Post:
    """A search of which one provider is to be told."""

    to: ProviderId = OAK
    carrier: Carrier = field(default_factory=Carrier)
    outbox: OneMessage = field(default_factory=OneMessage)
    streams: MemoryStreams = field(default_factory=MemoryStreams)

    def __post_init__(self) -> None:
        self.office = office = office_of(self.streams)
        listed = RegisterProvider(
            provider_id=OAK,
            name="Oak Ltd",
            company_number="01234567",
            contact="referrals@oak.example",
            sector=Sector.PRIVATE,
        )
        office.act(occasion(), StreamId(f"provider-{OAK}"), provider.decider, listed)
        to = Addressed(message_id=MESSAGE, provider_id=self.to, invitation_id=INVITATION)
        told = TellProviders(about=About.INVITED, because=EventId(UUID(int=5)), messages=(to,))
        office.act(occasion(), STREAM, telling.decider, told)
        self.outbox.due = replace(DUE, provider_id=self.to)
        self.sending = Sending(
            self.outbox, self.carrier, Registers(office), "https://portal.example/", most=3
        )

    def ended(self) -> list[MessageDelivered | MessageNotDelivered]:
        facts = self.streams.read(STREAM).facts
        return [e for e in facts if isinstance(e, MessageDelivered | MessageNotDelivered)]


@pytest.mark.covers("R-29", "R-72")
def test_a_message_goes_to_the_mailbox_on_the_register_and_is_noted_as_delivered() -> None:
    post = Post()

    assert post.sending.step() == 1

    (sent,) = post.carrier.sent
    assert (sent.to, sent.message_id) == ("referrals@oak.example", MESSAGE)
    (ended,) = post.ended()
    assert isinstance(ended, MessageDelivered)
    assert (ended.provider_id, ended.via, ended.attempts) == (OAK, Via.EMAIL, 1)
    assert post.outbox.gone


def test_stopped_between_sending_and_noting_it_is_sent_again_under_the_same_reference() -> None:
    post = Post(carrier=Carrier(stops=True))
    with pytest.raises(Stopped):
        post.sending.step()
    assert (post.ended(), post.outbox.gone) == ([], False)

    post.carrier.stops, post.outbox.at_rest = False, False
    post.sending.step()

    assert [sent.message_id for sent in post.carrier.sent] == [MESSAGE, MESSAGE]
    assert len(post.ended()) == 1
    assert post.outbox.gone


def test_stopped_between_noting_and_forgetting_it_is_not_sent_again() -> None:
    post = Post()
    post.sending.step()
    post.outbox.gone, post.outbox.at_rest = False, False

    post.sending.step()

    assert len(post.carrier.sent) == 1
    assert len(post.ended()) == 1
    assert post.outbox.gone


def test_what_does_not_go_out_is_tried_again_and_then_given_up() -> None:
    post = Post(carrier=Carrier(refuses=True))
    for _ in range(2):
        post.sending.step()
        assert (post.ended(), post.outbox.gone) == ([], False)
        post.outbox.at_rest = False

    post.sending.step()

    (ended,) = post.ended()
    assert isinstance(ended, MessageNotDelivered)
    assert (ended.why, ended.attempts) == (NotToldBecause.NOT_REACHED, 3)
    assert post.outbox.gone
    act = LeaveToPeople(post.streams).react(post.streams.log[-1])
    assert act is not None
    (task,) = act.asks
    assert isinstance(task.command, RaiseTask)
    assert (task.stream, task.command.code) == (f"task-referral-{UUID(int=13)}", TELEPHONE_PROVIDER)


def test_who_has_no_mailbox_on_the_register_cannot_be_told() -> None:
    post = Post(to=NOBODY)
    for _ in range(3):
        post.outbox.at_rest = False
        post.sending.step()

    (ended,) = post.ended()
    assert isinstance(ended, MessageNotDelivered)
    assert ended.why is NotToldBecause.NO_ADDRESS
    assert post.carrier.sent == []


@pytest.mark.parametrize("about", About)
def test_a_letter_is_a_link_and_the_same_words_for_everybody(about: About) -> None:
    due = replace(DUE, about=about)
    mine = letter(due, "one@oak.example", "https://portal.example/")
    others = letter(
        replace(due, invitation_id="other"), "two@ash.example", "https://portal.example"
    )

    assert f"https://portal.example/invitations/{INVITATION}\n" in mine.text
    assert mine.text.replace(str(INVITATION), "other") == others.text
    assert mine.subject == others.subject
    assert "oak.example" not in repr(mine)


@pytest.mark.covers("R-72")
def test_who_is_suspended_is_sent_nothing_and_somebody_telephones_at_once() -> None:
    post = Post()
    suspended = SuspendProvider(
        scope=SuspensionScope.NEW_PLACEMENTS,
        from_=NOW.date(),
        reason="Too few staff at night.",
        review_on=NOW.date() + timedelta(days=20),
        by=Subject("morgan-manager"),
    )
    office = office_of(post.streams)
    office.act(occasion(), StreamId(f"provider-{OAK}"), provider.decider, suspended)

    post.sending.step()

    (ended,) = post.ended()
    assert isinstance(ended, MessageNotDelivered)
    assert (ended.why, ended.attempts) == (NotToldBecause.SUSPENDED, 1)
    assert (post.carrier.sent, post.outbox.gone) == ([], True)


def hurried(**changed: Any) -> Post:
    post = Post(carrier=Carrier(refuses=True))
    office = office_of(post.streams)
    office.act(occasion(), search_of(STREAM), referral.decider, draft(**changed))
    return post


@pytest.mark.covers("R-72")
@pytest.mark.parametrize("how", [{"emergency": True}, {"tier": Tier.URGENT}])
def test_where_an_hour_counts_somebody_telephones_at_the_first_failure_and_it_is_tried_on(
    how: dict[str, Any],
) -> None:
    post = hurried(**how)
    for _ in range(2):
        post.sending.step()
        post.outbox.at_rest = False

    (failed,) = post.ended()
    assert isinstance(failed, MessageNotDelivered)
    assert (failed.attempts, post.outbox.gone) == (1, False)

    post.carrier.refuses = False
    post.sending.step()

    assert isinstance(post.ended()[-1], MessageDelivered)
    assert (len(post.ended()), post.outbox.gone) == (2, True)


@pytest.mark.covers("R-122", "R-72")
def test_a_message_that_arrives_after_all_settles_the_call_that_its_failure_asked_for() -> None:
    post = hurried(emergency=True)
    post.sending.step()
    people = LeaveToPeople(post.streams)
    asked = people.react(post.streams.log[-1])
    assert asked is not None
    (call,) = asked.asks
    assert isinstance(call.command, RaiseTask)
    office_of(post.streams).act(occasion(), call.stream, tasks.decider, call.command)

    post.outbox.at_rest, post.carrier.refuses = False, False
    post.sending.step()

    settled = people.react(post.streams.log[-1])
    assert settled is not None
    (ask,) = settled.asks
    assert isinstance(ask.command, SettleTasks)
    assert ask.command.only == frozenset({call.command.task_id})


@pytest.mark.covers("R-72")
def test_it_is_given_up_in_the_end_and_what_is_no_invitation_can_wait() -> None:
    given_up, news = hurried(emergency=True), hurried(emergency=True)
    news.outbox.due = replace(news.outbox.due, about=About.OUTCOME)
    for post in (given_up, news):
        for _ in range(2):
            post.sending.step()
            post.outbox.at_rest = False
    assert (len(given_up.ended()), news.ended()) == (1, [])

    given_up.sending.step()

    assert (len(given_up.ended()), given_up.outbox.gone) == (1, True)


def test_of_many_that_arrive_at_once_each_is_noted_and_none_is_sent_again() -> None:
    """A provider that is told twice of one thing wonders which of them counts."""
    streams = Contended()
    post = Post(streams=streams)
    several = [MessageId(UUID(int=100 + number)) for number in range(8)]
    to = tuple(
        Addressed(message_id=each, provider_id=OAK, invitation_id=INVITATION) for each in several
    )
    told = TellProviders(about=About.INVITED, because=EventId(UUID(int=6)), messages=to)
    post.office.act(occasion(), STREAM, telling.decider, told)
    carriers = [
        replace(post.sending, outbox=OneMessage(replace(DUE, message_id=each))) for each in several
    ]
    streams.pause = 0.005

    came = at_once(*(each.step for each in carriers))

    assert came == [1] * 8
    assert sorted(e.message_id for e in post.ended()) == several
