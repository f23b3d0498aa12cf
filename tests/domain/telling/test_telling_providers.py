"""A message is asked for once, and what became of it is said once."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from domain import telling
from domain.shared.errors import NotFound
from domain.shared.vocabulary import EventId, ProviderId
from domain.telling.commands import NoteDelivered, NoteNotDelivered, TellProviders
from domain.telling.events import MessageDelivered, MessageNotDelivered, ProvidersToBeTold
from domain.telling.vocabulary import About, Addressed, MessageId, NotToldBecause, Via
from tests.support.scenario import Case

AT = datetime(2026, 11, 2, 12, tzinfo=UTC)
OAK, ASH = ProviderId(UUID(int=1)), ProviderId(UUID(int=2))
FIRST, SECOND = MessageId(UUID(int=11)), MessageId(UUID(int=12))


def to(message_id: MessageId, provider_id: ProviderId) -> Addressed:
    return Addressed(
        message_id=message_id, provider_id=provider_id, invitation_id=UUID(int=provider_id.int + 90)
    )


def asked(*messages: Addressed) -> ProvidersToBeTold:
    return ProvidersToBeTold(about=About.INVITED, because=EventId(UUID(int=5)), messages=messages)


def tell(*messages: Addressed) -> TellProviders:
    return TellProviders(**dict(asked(*messages)))


ARRIVED = NoteDelivered(message_id=FIRST, via=Via.EMAIL, attempts=2, at=AT)
LOST = NoteNotDelivered(message_id=FIRST, why=NotToldBecause.REFUSED, attempts=8, at=AT)
DELIVERED = MessageDelivered(provider_id=OAK, **dict(ARRIVED))
GIVEN_UP = MessageNotDelivered(provider_id=OAK, **dict(LOST))

nobody = Case(telling.decider)
waiting = nobody.given(asked(to(FIRST, OAK)))


@pytest.mark.covers("R-29", "R-72")
def test_providers_are_to_be_told() -> None:
    nobody.when(tell(to(FIRST, OAK), to(SECOND, ASH))).then(asked(to(FIRST, OAK), to(SECOND, ASH)))


def test_who_was_asked_to_be_told_is_not_asked_for_again() -> None:
    waiting.when(tell(to(FIRST, OAK))).then()
    waiting.when(tell(to(FIRST, OAK), to(SECOND, ASH))).then(asked(to(SECOND, ASH)))


def test_what_was_delivered_is_noted_once() -> None:
    waiting.when(ARRIVED).then(DELIVERED)
    waiting.given(*waiting.history, DELIVERED).when(ARRIVED).then()


def test_what_was_given_up_is_noted_once() -> None:
    waiting.when(LOST).then(GIVEN_UP)
    waiting.given(*waiting.history, GIVEN_UP).when(LOST).then()


def test_what_was_given_up_may_have_arrived_after_all_and_not_the_other_way_round() -> None:
    waiting.given(*waiting.history, GIVEN_UP).when(ARRIVED).then(DELIVERED)
    waiting.given(*waiting.history, DELIVERED).when(LOST).then()


def test_nothing_becomes_of_a_message_that_nobody_asked_for() -> None:
    nobody.when(ARRIVED).then_refused(NotFound)
    nobody.when(LOST).then_refused(NotFound)
