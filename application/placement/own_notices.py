"""Notices of a placement as the provider of the home gives, reads and answers them itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.placement.notice import NoticeHandlers, ReceivedNotice
from application.placement.notices_shown import NoticeStanding, ShownNotice, shown_notices
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from domain.placement import decider
from domain.placement.commands import AnswerOnNotice
from domain.placement.notice_answers import NoticeAnswer
from domain.placement.state import Known
from domain.shared.errors import NotFound
from domain.shared.moments import When
from domain.shared.terms import NoticeParty


@dataclass(frozen=True, kw_only=True)
class OwnNotice:
    """A notice as both parties know it. Why the council gave its own is its code, and no word."""

    number: int
    standing: NoticeStanding
    party: NoticeParty
    reason: str
    given_at: When
    end_named: When | None
    earliest_end: date | None
    pay_until: date | None
    answers: tuple[NoticeAnswer, ...]


@dataclass(frozen=True)
class OwnNotices:
    notices: NoticeHandlers

    @property
    def office(self) -> Office:
        return self.notices.evidence.office

    def of(self, placement_id: UUID) -> Sequence[OwnNotice]:
        """Every notice of the placement, in the order in which they were recorded."""
        history = self.office.streams.read(stream_of("placement", placement_id))
        state = history.folded(decider)
        if not isinstance(state, Known):
            raise NotFound
        answers = state.particulars.notice_answers
        return [_own(each, answers) for each in shown_notices(history.events)]

    def give(
        self, occasion: Occasion, placement_id: UUID, reason: str, end_named: When | None
    ) -> Receipt:
        """Give notice now: a fact, however short, and no rule refuses when (R-16)."""
        given = ReceivedNotice(reason=reason, received_at=occasion.now, end_named=end_named)
        return self.notices.receive(occasion, placement_id, given, own_hand=True)

    def answer(self, occasion: Occasion, placement_id: UUID, command: AnswerOnNotice) -> Receipt:
        stream = stream_of("placement", placement_id)
        return self.office.act(occasion, stream, decider, command)


def _own(shown: ShownNotice, answers: Sequence[NoticeAnswer]) -> OwnNotice:
    return OwnNotice(
        number=shown.number,
        standing=shown.standing,
        party=NoticeParty(shown.party),
        reason=shown.reason,
        given_at=shown.given_at,
        end_named=shown.end_named,
        earliest_end=shown.earliest_end,
        pay_until=shown.pay_until,
        answers=tuple(each for each in answers if each.notice == shown.number),
    )
