"""The agreement by date: its versions one after another, each until the next takes effect."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.placement.events import (
    AgreementDrafted,
    AgreementInForce,
    AgreementVaried,
    Recategorised,
)
from domain.placement.history import History, of_kind
from domain.placement.periods import AgreementPeriod, StayPeriod
from domain.placement.variations_remembered import versions_after
from domain.placement.versions import AgreedVersion, Versions
from domain.shared.envelope import Recorded
from domain.shared.moments import When, london_day


@dataclass(frozen=True)
class Span:
    """For how long one agreement was the placement's, and what ended it."""

    since: When
    until: When | None
    ended_by: UUID | None


def agreements(history: History, stay: StayPeriod) -> tuple[AgreementPeriod, ...]:
    """One agreement after another, with the versions of each."""
    return tuple(
        period
        for signed in sorted(of_kind(history, AgreementInForce), key=lambda each: each.version)
        for period in _periods(history, signed, _span(history, signed, stay))
    )


def planned_end(history: History, first: date | None) -> date | None:
    """When the placement is planned to end, by the variation that was agreed last."""
    varied = sorted(of_kind(history, AgreementVaried), key=lambda each: each.version)
    if not varied:
        return first
    last = varied[-1].event
    return last.rebased[-1].planned_end if last.rebased else last.planned_end


def _span(history: History, signed: Recorded[AgreementInForce], stay: StayPeriod) -> Span:
    """From the start, or the change of category it was made for, until the next or the end."""
    changes = of_kind(history, Recategorised)
    before = [each for each in changes if each.version < signed.version]
    later = next((each for each in changes if each.version > signed.version), None)
    since = before[-1].effective_at if before else stay.since
    if later is not None:
        return Span(since, later.effective_at, later.event_id)
    return Span(since, stay.until, stay.ended_by)


def _periods(
    history: History, signed: Recorded[AgreementInForce], span: Span
) -> Iterator[AgreementPeriod]:
    versions, sources = _versions(history, signed)
    for n, held in enumerate(versions):
        since, until = _bounds(span, versions, n)
        if _is_empty(since, until) and len(versions) > 1:
            continue
        yield AgreementPeriod(
            since=since,
            until=until,
            source=sources[held.number].event_id,
            ended_by=_ended_by(span, versions, n, sources),
            version=held.number,
            terms=held.terms,
            planned_end=held.planned_end,
            signed_on=sources[held.number].effective_at,
        )


Sources = dict[int, Recorded[AgreementInForce] | Recorded[AgreementVaried]]


def _versions(history: History, signed: Recorded[AgreementInForce]) -> tuple[Versions, Sources]:
    first = signed.event.version
    drafts = [d for d in of_kind(history, AgreementDrafted) if d.event.version == first]
    terms = max(drafts, key=lambda draft: draft.position).event.terms
    versions: Versions = (AgreedVersion(number=first, since=None, terms=terms, planned_end=None),)
    sources: Sources = {first: signed}
    for varied in _variations_of(history, signed):
        versions = versions_after(versions, varied.event)
        sources[varied.event.version] = varied
    return versions, sources


def _variations_of(
    history: History, signed: Recorded[AgreementInForce]
) -> list[Recorded[AgreementVaried]]:
    """What was agreed of this agreement, and not of the one that followed it."""
    changes = [e.version for e in of_kind(history, Recategorised) if e.version > signed.version]
    last = min(changes, default=None)
    varied = sorted(of_kind(history, AgreementVaried), key=lambda each: each.version)
    return [
        each
        for each in varied
        if each.version > signed.version and (last is None or each.version < last)
    ]


def _bounds(span: Span, versions: Versions, n: int) -> tuple[When, When | None]:
    """From its own day until the next one's, and never outside what the agreement covers."""
    since = _later(span.since, versions[n].since)
    following = versions[n + 1].since if n + 1 < len(versions) else None
    if following is None or _is_over(span.until, following):
        return since, span.until
    return since, _later(span.since, following)


def _later(one: When, other: date | None) -> When:
    return one if other is None or other <= london_day(one) else other


def _is_over(until: When | None, day: date) -> bool:
    return until is not None and london_day(until) <= day


def _is_empty(since: When, until: When | None) -> bool:
    """A version that another took the place of on its first day, or that began after the end."""
    return until is not None and london_day(since) >= london_day(until)


def _ended_by(span: Span, versions: Versions, n: int, sources: Sources) -> UUID | None:
    following = versions[n + 1] if n + 1 < len(versions) else None
    if following is None or _is_over(span.until, following.starts):
        return span.ended_by
    return sources[following.number].event_id
