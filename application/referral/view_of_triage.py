"""The part of a referral's view that tells of returns, questions and amendments. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from application.referral.shown import (
    ShownAmendment,
    ShownQuestion,
    ShownRequest,
    ShownReturn,
    Text,
)
from application.referral.told import Told
from domain.referral.amended import with_details
from domain.referral.events import (
    QuestionAnswered,
    QuestionAsked,
    ReferralDrafted,
    ReferralEvent,
    ReferralReturned,
    RequestAmended,
    SectionAmended,
    SectionsWritten,
)
from domain.referral.sections import RequestDetails, SectionName
from domain.referral.triage import QuestionId
from domain.shared.envelope import Recorded


def request(drafted: ReferralDrafted, told: Told) -> ShownRequest:
    """What is asked for, as it was last written or amended."""
    shown = ShownRequest(
        scope=drafted.scope,
        tier=drafted.tier,
        emergency=drafted.emergency,
        reason_code=drafted.reason_code,
        referred_by=drafted.referred_by,
        received_on=drafted.received_on,
        needed_from=drafted.needed_from,
        predecessor_placement=drafted.predecessor_placement,
        beside=drafted.beside,
        beside_because=drafted.beside_because,
        drafted_by=drafted.by,
        details=RequestDetails(),
        sections={},
    )
    for recorded in told:
        shown = _rewritten(shown, recorded.event)
    return shown


def _rewritten(shown: ShownRequest, event: ReferralEvent) -> ShownRequest:
    match event:
        case SectionsWritten():
            written = {section.name: section.text for section in event.sections}
            sections: Mapping[SectionName, Text] = {**shown.sections, **written}
            return replace(shown, sections=sections, details=event.request or shown.details)
        case SectionAmended(section=section, now=text):
            return replace(shown, sections={**shown.sections, section: text})
        case RequestAmended(now=now):
            return replace(
                shown,
                tier=now.tier or shown.tier,
                emergency=now.emergency or shown.emergency,
                needed_from=now.needed_from or shown.needed_from,
                details=with_details(shown.details, now),
            )
        case _:
            return shown


def returns(told: Told) -> Sequence[ShownReturn]:
    """Every time that the brokers sent the request back."""
    return [
        ShownReturn(**dict(each.event), at=each.effective_at)
        for each in told
        if isinstance(each.event, ReferralReturned)
    ]


def questions(told: Told) -> Sequence[ShownQuestion]:
    """What was asked of the referrer, each with its answer where there is one."""
    asked: dict[QuestionId, ShownQuestion] = {}
    for each in told:
        match each.event:
            case QuestionAsked(question_id=question_id, text=text, by=by):
                asked[question_id] = ShownQuestion(
                    question_id=question_id, text=text, asked_by=by, asked_at=each.effective_at
                )
            case QuestionAnswered(question_id=question_id, text=text, by=by):
                asked[question_id] = replace(
                    asked[question_id], answer=text, answered_by=by, answered_at=each.effective_at
                )
            case _:
                continue
    return list(asked.values())


def amendments(told: Told) -> Sequence[ShownAmendment]:
    """Every field that was amended since submission: what it was, what it became, who and why."""
    return [shown for each in told for shown in _amended(each)]


def _amended(recorded: Recorded[ReferralEvent]) -> Iterator[ShownAmendment]:
    match recorded.event:
        case SectionAmended(section=section, was=was, now=now, why=why, by=by):
            field, at = f"sections.{section.value}", recorded.effective_at
            yield ShownAmendment(field=field, was=was, now=now, why=why, by=by, at=at)
        case RequestAmended(was=was_all, now=now_all, why=why, by=by):
            old = was_all.model_dump(mode="json")
            new = now_all.model_dump(mode="json", exclude_none=True)
            for name in new:
                yield ShownAmendment(
                    field=f"request.{name}",
                    was=_said(old[name]),
                    now=_said(new[name]),
                    why=why,
                    by=by,
                    at=recorded.effective_at,
                )
        case _:
            return


def _said(value: object) -> str | None:
    return None if value is None else str(value).lower()
