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


def amended(facts: Facts, event: RequestAmended | SectionAmended) -> Facts:
    """The request as it now reads."""
    match event:
        case SectionAmended(section=section, now=text):
            return replace(facts, sections={**facts.sections, section: text})
        case RequestAmended(now=now):
            return replace(
                facts,
                tier=now.tier or facts.tier,
                emergency=now.emergency or facts.emergency,
                needed_from=now.needed_from or facts.needed_from,
                request=with_details(facts.request, now),
            )


def with_details(held: RequestDetails, now: RequestDetails) -> RequestDetails:
    """Section 1 with what changed of it."""
    names = RequestDetails.model_fields
    changed = {name: getattr(now, name) for name in names if getattr(now, name) is not None}
    return held.model_copy(update=changed)


def questioned(facts: Facts, event: QuestionAsked | QuestionAnswered) -> Facts:
    answered = isinstance(event, QuestionAnswered)
    return replace(facts, questions={**facts.questions, event.question_id: answered})
