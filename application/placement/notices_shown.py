"""What is shown of a placement's notices: as given, as it stands, and what changed it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from domain.placement import PlacementEvent
from domain.placement.endings import ImmediateGround
from domain.placement.events import (
    NoticeExtendedByAgreement,
    NoticeReplaced,
    NoticeShortenedByAgreement,
    NoticeWithdrawn,
    ProviderNoticeReceived,
)
from domain.placement.notices import GivenNotice, notices_given
from domain.shared.breaches import Breach
from domain.shared.envelope import Recorded
from domain.shared.moments import When
from domain.shared.personal import Erased
from domain.shared.vocabulary import Subject

Agreed = NoticeShortenedByAgreement | NoticeExtendedByAgreement


class NoticeStanding(StrEnum):
    """`expired` is one that ran out with the child still there: it runs on (6-18)."""

    RUNNING = "running"
    EXPIRED = "expired"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True)
class ShownAgreedEnd:
    """Another end that both parties agreed; `was` is the one before, if there was any.

    The reason is none for who reads no narrative.
    """

    agreed_on: When
    was: date | None
    earliest_end: date
    pay_until: date
    reason: str | Erased | None
    provider_agreed: str | Erased | None
    approved_by: Subject
    event_id: UUID


@dataclass(frozen=True, kw_only=True)
class ShownWithdrawal:
    """Who gave it took it back, and who said so for each party."""

    on: When
    reason: str | Erased | None
    provider_agreed: str | Erased | None
    approved_by: Subject
    event_id: UUID


@dataclass(frozen=True, kw_only=True)
class ShownNotice:
    """Notice by one party; `earliest_end` is the day at whose end it runs out, as it stands.

    `given_end` is the day when it was given: by the contract's `days`, or the one that a provider
    named where the contract has no rule (R-148). `number` names it in what is asked of it.
    """

    number: int
    standing: NoticeStanding
    party: str
    reason: str
    given_at: When
    days: int | None
    given_end: date | None
    earliest_end: date | None
    pay_until: date | None
    end_named: When | None
    immediate_risk: ImmediateGround | None
    agreed: tuple[ShownAgreedEnd, ...]
    withdrawal: ShownWithdrawal | None
    breaches: tuple[Breach, ...]
    event_id: UUID


def shown_notices(known: Sequence[Recorded[PlacementEvent]]) -> tuple[ShownNotice, ...]:
    """Every notice of what is known, in the order in which they were recorded."""
    return tuple(_notice(each) for each in notices_given(known))


def without_reasons(shown: ShownNotice) -> ShownNotice:
    """The days and the money of a notice, and no word about the child."""
    withdrawal = shown.withdrawal and replace(shown.withdrawal, reason=None, provider_agreed=None)
    agreed = tuple(replace(each, reason=None, provider_agreed=None) for each in shown.agreed)
    return replace(shown, agreed=agreed, withdrawal=withdrawal)


def _notice(said: GivenNotice) -> ShownNotice:
    notice, given = said.notice, said.given.event
    agreed = tuple(
        _agreed(each.event, each.event_id)
        for each in said.changes
        if isinstance(each.event, NoticeShortenedByAgreement | NoticeExtendedByAgreement)
    )
    theirs = given if isinstance(given, ProviderNoticeReceived) else None
    return ShownNotice(
        number=notice.number,
        standing=_standing(said),
        party=notice.party.value,
        reason=notice.reason,
        given_at=notice.given_at,
        days=notice.days,
        given_end=_given_end(said, agreed),
        earliest_end=notice.expires,
        pay_until=notice.pay_until,
        end_named=theirs.end_named if theirs else None,
        immediate_risk=notice.risk_ground,
        agreed=agreed,
        withdrawal=_withdrawal(said),
        breaches=theirs.breaches if theirs else (),
        event_id=said.given.event_id,
    )


def _given_end(said: GivenNotice, agreed: Sequence[ShownAgreedEnd]) -> date | None:
    if isinstance(said.given.event, NoticeReplaced):
        return said.given.event.own_end
    return agreed[0].was if agreed else said.notice.expires


def _standing(said: GivenNotice) -> NoticeStanding:
    notice = said.notice
    if notice.withdrawn:
        return NoticeStanding.WITHDRAWN
    if notice.replaced:
        return NoticeStanding.REPLACED
    return NoticeStanding.EXPIRED if notice.has_run_out else NoticeStanding.RUNNING


def _agreed(event: Agreed, event_id: UUID) -> ShownAgreedEnd:
    names = ("agreed_on", "was", "earliest_end", "pay_until", "reason", "provider_agreed")
    said = {name: getattr(event, name) for name in names}
    return ShownAgreedEnd(**said, approved_by=event.approved_by, event_id=event_id)


def _withdrawal(said: GivenNotice) -> ShownWithdrawal | None:
    for each in said.changes:
        if isinstance(each.event, NoticeWithdrawn):
            return ShownWithdrawal(
                on=each.event.on,
                reason=each.event.reason,
                provider_agreed=each.event.provider_agreed,
                approved_by=each.event.approved_by,
                event_id=each.event_id,
            )
    return None
