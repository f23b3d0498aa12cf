"""What a search waits for, whose it is to do, and since when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from domain.referral.chronology.periods import History, ended
from domain.referral.chronology.turns import BEGUN_BY, OVER, StageName, turning
from domain.referral.events import ReferralEvent
from domain.referral.events.in_house import InHouseMatchFound
from domain.referral.events.pausing import ReferralPaused, ReferralResumed
from domain.referral.events.triage import QuestionAnswered, QuestionAsked
from domain.referral.triage import QuestionId
from domain.shared.chronology import Period, in_business_order
from domain.shared.envelope import Recorded
from domain.shared.warnings import RoleName


class WaitsFor(StrEnum):
    """The next step that somebody has to take."""

    SUBMISSION = "submission"
    TRIAGE = "triage"
    ANSWER_OF_REFERRER = "answer_of_referrer"
    IN_HOUSE_SEARCH = "in_house_search"
    EXTERNAL_APPROVAL = "external_approval"
    PUBLICATION = "publication"
    ANSWERS_OF_PROVIDERS = "answers_of_providers"
    CHOICE = "choice"
    ANOTHER_WAY = "another_way"
    FUNDING_REQUEST = "funding_request"
    FUNDING_DECISION = "funding_decision"
    START = "start"
    RESUMPTION = "resumption"


Wait = tuple[WaitsFor, RoleName]
"""For what, and on which role of docs/domain/05."""

BY_STAGE: Final[Mapping[StageName, Wait]] = {
    StageName.DRAFT: (WaitsFor.SUBMISSION, "caseworker"),
    StageName.RETURNED: (WaitsFor.SUBMISSION, "caseworker"),
    StageName.SUBMITTED: (WaitsFor.TRIAGE, "broker"),
    StageName.ACCEPTED: (WaitsFor.IN_HOUSE_SEARCH, "broker"),
    StageName.SEARCHING_IN_HOUSE: (WaitsFor.IN_HOUSE_SEARCH, "broker"),
    StageName.IN_HOUSE_EXHAUSTED: (WaitsFor.EXTERNAL_APPROVAL, "nominated_officer"),
    StageName.IN_HOUSE_BYPASSED: (WaitsFor.EXTERNAL_APPROVAL, "nominated_officer"),
    StageName.APPROVED_FOR_EXTERNAL_SEARCH: (WaitsFor.PUBLICATION, "broker"),
    StageName.PUBLISHED: (WaitsFor.ANSWERS_OF_PROVIDERS, "provider_responder"),
    StageName.EVALUATING: (WaitsFor.CHOICE, "broker"),
    StageName.NO_VIABLE_OFFER: (WaitsFor.ANOTHER_WAY, "broker"),
    StageName.PREFERRED: (WaitsFor.FUNDING_REQUEST, "broker"),
    StageName.AWAITING_FUNDING: (WaitsFor.FUNDING_DECISION, "funding_authoriser"),
    StageName.AUTHORISED: (WaitsFor.START, "broker"),
}
"""Every stage that is not the last."""


class Waited(Period):
    """The search waited for this, on whoever has this role."""

    waits_for: WaitsFor
    on: RoleName


BESIDE = QuestionAsked | QuestionAnswered | ReferralPaused | ReferralResumed
"""What the next step may follow from, beside a turn; hundreds of answers do not change it."""


def waits(history: History) -> Sequence[Waited]:
    """Every wait, oldest first. A search that is over waits for nothing."""
    found: list[Waited] = []
    seen, last = Seen(), None
    for recorded in in_business_order(_moving(list(history))):
        seen = _after(seen, recorded.event)
        wait = _wait(seen)
        if wait == last:
            continue
        if last is not None:
            found[-1] = ended(found[-1], recorded.effective_at, recorded)
        if wait is not None:
            what, on = wait
            since, source = recorded.effective_at, recorded.event_id
            found.append(Waited(since=since, source=source, waits_for=what, on=on))
        last = wait
    return found


def _moving(history: Sequence[Recorded[ReferralEvent]]) -> Iterator[Recorded[ReferralEvent]]:
    yield from turning(history)
    yield from (each for each in history if isinstance(each.event, BESIDE))


@dataclass(frozen=True)
class Seen:
    """What the next step follows from."""

    stage: StageName | None = None
    own_home: bool = False
    questions: frozenset[QuestionId] = field(default_factory=frozenset)
    paused: bool = False


def _after(seen: Seen, event: ReferralEvent) -> Seen:
    match event:
        case QuestionAsked(question_id=question):
            return replace(seen, questions=seen.questions | {question})
        case QuestionAnswered(question_id=question):
            return replace(seen, questions=seen.questions - {question})
        case ReferralPaused() | ReferralResumed():
            return replace(seen, paused=isinstance(event, ReferralPaused))
        case _:
            stage = BEGUN_BY.get(type(event))
            if stage is None or seen.stage in OVER:
                return seen
            return replace(seen, stage=stage, own_home=isinstance(event, InHouseMatchFound))


def _wait(seen: Seen) -> Wait | None:
    if seen.stage is None or seen.stage in OVER:
        return None
    if seen.paused:
        return WaitsFor.RESUMPTION, "broker"
    if seen.questions and seen.stage in ASKED_IN:
        return WaitsFor.ANSWER_OF_REFERRER, "caseworker"
    if seen.own_home:
        return WaitsFor.START, "broker"
    return BY_STAGE[seen.stage]


ASKED_IN: Final = frozenset(
    {
        StageName.SUBMITTED,
        StageName.ACCEPTED,
        StageName.SEARCHING_IN_HOUSE,
        StageName.IN_HOUSE_EXHAUSTED,
        StageName.IN_HOUSE_BYPASSED,
        StageName.APPROVED_FOR_EXTERNAL_SEARCH,
    }
)
"""The stages in which brokers wait for the referrer where they have asked something."""
