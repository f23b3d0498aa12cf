"""The board's rows, carried on from event to event, are those of a history read for itself."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from application.shared.folds import Folds
from application.shared.ports import History
from domain.referral.events import ReferralEvent
from domain.referral.events.answers import ResponsesClosed
from domain.shared.envelope import Recorded, StreamId
from infrastructure.read_models.referral_board import rows
from tests.support.referrals import ASH, ELM, OAK, declined, offered, recorded, until_published

ASKED = until_published(OAK, ELM, ASH)
ANSWERS: list[ReferralEvent] = [offered(OAK), declined(ELM), offered(ASH), ResponsesClosed()]


def history_of(events: Sequence[Recorded[ReferralEvent]], folds: Folds) -> History[ReferralEvent]:
    return History(StreamId("referral-1"), tuple(events), len(events), b"", None, folds)


@given(st.lists(st.integers(0, 4), min_size=len(ANSWERS), max_size=len(ANSWERS)))
def test_whatever_is_dated_back_rows_are_those_of_a_history_read_afresh(
    days_later: Sequence[int],
) -> None:
    log = list(recorded([*ASKED, *ANSWERS]))
    for place, days in enumerate(days_later, start=len(ASKED)):
        told = log[place]
        log[place] = replace(told, effective_at=told.recorded_at + timedelta(days=days))

    carried = Folds()
    for length in range(1, len(log) + 1):
        shown = list(rows(history_of(log[:length], carried)))
        assert shown == list(rows(history_of(log[:length], Folds())))
