"""The part of a referral's view that tells of the market: packs, questions, calls. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from application.referral.shown import (
    InvitationQuestion,
    ShownContact,
    ShownPackVersion,
    ShownPublication,
    ShownTakenBack,
)
from application.referral.told import Told
from domain.referral.events import (
    AnswerTakenBack,
    InvitationQuestionAnswered,
    InvitationQuestionAsked,
    PackReleased,
    PackViewed,
    PackWithdrawn,
    ReferralAmended,
    ReferralPublished,
    TelephoneContactRecorded,
)
from domain.referral.field_matrix import PackStage
from domain.referral.triage import QuestionId
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
            case PackReleased() as beside:
                versions = _beside(versions, beside)
            case PackViewed() as viewed:
                versions = _opened(versions, viewed)
            case PackWithdrawn() as gone:
                versions = [_taken_back(version, gone) for version in versions]
            case _:
                pass
    return versions


def _beside(versions: Sequence[ShownPackVersion], released: PackReleased) -> list[ShownPackVersion]:
    """One that went to more providers later is the same version still."""
    same = [each for each in versions if each.sha256 == released.sha256]
    if not same:
        return [*versions, _version(released)]
    more = {*same[-1].alone, *released.providers} if released.offer_id else set()
    return [
        replace(each, alone=sorted(more, key=str)) if each is same[-1] else each
        for each in versions
    ]


def _opened(versions: Sequence[ShownPackVersion], viewed: PackViewed) -> list[ShownPackVersion]:
    """The published pack is opened with the newest minimum pack beside it; others by digest."""
    if any(each.alone and each.sha256 == viewed.sha256 for each in versions):
        newest: Collection[int] = [
            n for n, each in enumerate(versions) if each.sha256 == viewed.sha256
        ]
    else:
        shown = ((each.stage, n) for n, each in enumerate(versions) if not each.alone)
        newest = dict(shown).values()
    return [
        replace(each, opened_by=(*each.opened_by, viewed.provider_id))
        if number in newest and each.withdrawn_at is None
        else each
        for number, each in enumerate(versions)
    ]


def _taken_back(version: ShownPackVersion, gone: PackWithdrawn) -> ShownPackVersion:
    if version.sha256 not in {gone.sha256, *gone.with_it}:
        return version
    return replace(version, withdrawn_at=version.withdrawn_at or gone.at)


def _version(released: ReferralPublished | ReferralAmended | PackReleased) -> ShownPackVersion:
    return ShownPackVersion(
        stage=released.pack.stage if isinstance(released, PackReleased) else PackStage.PUBLISHED,
        sha256=released.sha256,
        material=not isinstance(released, ReferralAmended) or released.material,
        certified_by=released.certified_by,
        at=released.at,
        alone=_alone(released),
    )


def _alone(released: ReferralPublished | ReferralAmended | PackReleased) -> Sequence[ProviderId]:
    if isinstance(released, PackReleased) and released.offer_id is not None:
        return released.providers
    return ()


def invitation_questions(told: Told) -> Sequence[InvitationQuestion]:
    """Every question with its answer, those that wait among them."""
    found: dict[QuestionId, InvitationQuestion] = {}
    for each in told:
        match each.event:
            case InvitationQuestionAsked(question_id=question_id) as asked:
                found[question_id] = _question(asked)
            case InvitationQuestionAnswered(question_id=question_id) as answered:
                found[question_id] = _answered(found[question_id], answered)
            case AnswerTakenBack(question_id=question_id) as gone:
                found[question_id] = _waits_again(found[question_id], gone)
            case _:
                pass
    return list(found.values())


def _question(asked: InvitationQuestionAsked) -> InvitationQuestion:
    return InvitationQuestion(
        question_id=asked.question_id,
        provider_id=asked.provider_id,
        at=asked.at,
        text=asked.text,
    )


def _answered(
    question: InvitationQuestion, answered: InvitationQuestionAnswered
) -> InvitationQuestion:
    return replace(
        question, answer=answered.text, to_all=answered.to_all, shared_as=answered.shared_as
    )


def _waits_again(question: InvitationQuestion, gone: AnswerTakenBack) -> InvitationQuestion:
    was = ShownTakenBack(
        answer=question.answer or "",
        shared_as=question.shared_as,
        shown_to=gone.shown_to,
        reason=gone.reason,
        at=gone.at,
        by=gone.by,
    )
    taken_back = (*question.taken_back, was)
    return replace(question, answer=None, to_all=False, shared_as=None, taken_back=taken_back)


def contacts(told: Told, provider_id: ProviderId) -> Sequence[ShownContact]:
    return [
        ShownContact(
            at=each.event.at, outcome=each.event.outcome, note=each.event.note, by=each.event.by
        )
        for each in told
        if isinstance(each.event, TelephoneContactRecorded)
        and each.event.provider_id == provider_id
    ]
