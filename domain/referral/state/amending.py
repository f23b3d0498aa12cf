"""What is remembered of what passes between brokers and referrer."""

from dataclasses import replace

from domain.referral.events.triage import (
    QuestionAnswered,
    QuestionAsked,
    RequestAmended,
    SectionAmended,
)
from domain.referral.facts import Facts
from domain.referral.sections import RequestDetails
from domain.referral.triage import RequestChange


def amended(facts: Facts, event: RequestAmended | SectionAmended) -> Facts:
    """The request as it now reads."""
    match event:
        case SectionAmended(section=section, now=text):
            return replace(facts, sections={**facts.sections, section: text})
        case RequestAmended(now=now):
            return replace(
                facts,
                tier=now.tier or facts.tier,
                emergency=now.is_emergency(held=facts.emergency),
                needed_from=now.needed_from or facts.needed_from,
                request=with_details(facts.request, now),
                called=_called(facts, now),
                minimum_released=facts.minimum_released and now.emergency is not False,
            )


def _called(facts: Facts, now: RequestChange) -> RequestChange | None:
    """What it goes back to, once it is called an emergency; none again when that is taken back."""
    if now.emergency is None:
        return facts.called
    calmer = RequestChange(tier=facts.tier, needed_from=facts.needed_from)
    return calmer if now.emergency else None


def with_details(held: RequestDetails, now: RequestDetails) -> RequestDetails:
    """Section 1 with what changed of it."""
    names = RequestDetails.model_fields
    changed = {name: getattr(now, name) for name in names if getattr(now, name) is not None}
    return held.model_copy(update=changed)


def questioned(facts: Facts, event: QuestionAsked | QuestionAnswered) -> Facts:
    answered = isinstance(event, QuestionAnswered)
    return replace(facts, questions={**facts.questions, event.question_id: answered})
