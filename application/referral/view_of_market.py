"""The part of a referral's view that tells of the market: packs, questions, calls. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from application.referral.shown import (
    InvitationQuestion,
    ShownContact,
    ShownPackVersion,
    ShownPublication,
)
from application.referral.told import Told
from domain.referral.events import (
    InvitationQuestionAnswered,
    InvitationQuestionAsked,
    PackViewed,
    PackWithdrawn,
    ReferralAmended,
    ReferralPublished,
    TelephoneContactRecorded,
)
from domain.shared.vocabulary import ProviderId


def publication(told: Told) -> ShownPublication | None:
    """What was last released, who certified it, and its digest."""
    released = [
        each.event for each in told if isinstance(each.event, ReferralPublished | ReferralAmended)
    ]
    if not released:
        return None
    names = ShownPublication.__dataclass_fields__
    return ShownPublication(**{name: getattr(released[-1], name) for name in names})


def pack_versions(told: Told) -> Sequence[ShownPackVersion]:
    """Every version in its order, and who opened which."""
    versions: list[ShownPackVersion] = []
    for each in told:
        match each.event:
            case ReferralPublished() | ReferralAmended() as released:
                versions.append(_version(released))
            case PackViewed(provider_id=provider_id) if versions:
                opened_by = (*versions[-1].opened_by, provider_id)
                versions[-1] = replace(versions[-1], opened_by=opened_by)
            case PackWithdrawn(at=at) if versions:
                versions[-1] = replace(versions[-1], withdrawn_at=at)
            case _:
                pass
    return versions


def _version(released: ReferralPublished | ReferralAmended) -> ShownPackVersion:
    return ShownPackVersion(
        sha256=released.sha256,
        material=isinstance(released, ReferralPublished) or released.material,
        certified_by=released.certified_by,
        at=released.at,
    )


def invitation_questions(told: Told) -> Sequence[InvitationQuestion]:
    """Every question with its answer, those that wait among them."""
    answers = {
        each.event.question_id: each.event
        for each in told
        if isinstance(each.event, InvitationQuestionAnswered)
    }
    return [
        _question(each.event, answers.get(each.event.question_id))
        for each in told
        if isinstance(each.event, InvitationQuestionAsked)
    ]


def _question(
    asked: InvitationQuestionAsked, answered: InvitationQuestionAnswered | None
) -> InvitationQuestion:
    return InvitationQuestion(
        question_id=asked.question_id,
        provider_id=asked.provider_id,
        at=asked.at,
        text=asked.text,
        answer=answered.text if answered else None,
        to_all=answered.to_all if answered else False,
        shared_as=answered.shared_as if answered else None,
    )


def contacts(told: Told, provider_id: ProviderId) -> Sequence[ShownContact]:
    return [
        ShownContact(
            at=each.event.at, outcome=each.event.outcome, note=each.event.note, by=each.event.by
        )
        for each in told
        if isinstance(each.event, TelephoneContactRecorded)
        and each.event.provider_id == provider_id
    ]
