"""What happens to a published search. A test names only what it is about."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from domain.referral.commands.market import (
    AmendPublishedReferral,
    AnswerAboutInvitation,
    AskAboutInvitation,
    ExtendDeadline,
    WidenSearch,
    WithdrawPack,
)
from domain.referral.events.answers import PackViewed
from domain.referral.events.market import (
    InvitationQuestionAnswered,
    InvitationQuestionAsked,
    PackDeletionAcknowledged,
    PackWithdrawn,
    ReferralAmended,
    ResponseDeadlineExtended,
    SearchWidened,
)
from domain.referral.pack import Invitee, digest
from domain.referral.triage import QuestionId
from domain.shared.vocabulary import ProviderId
from tests.support.referrals import (
    ASH,
    BROKER,
    CERTIFIER,
    CONTRACT,
    ELM,
    NOW,
    OAK,
    invitation_of,
    invitee,
    pack,
    terms,
)

SOON = NOW + timedelta(hours=3)
ANEW = SOON + timedelta(hours=24)
AMENDED = pack(summary="Needs somebody awake at night.")
QUESTION = QuestionId(UUID(int=80))


def amend(*, material: bool = True, **changed: Any) -> AmendPublishedReferral:
    plain: dict[str, Any] = {
        "pack": AMENDED,
        "certified_by": CERTIFIER,
        "material": material,
        "reason": "needs_changed",
        "terms": terms(),
        "now": SOON,
        "by": BROKER,
    }
    return AmendPublishedReferral(**plain | changed)


def amended(*, material: bool = True, deadline: datetime | None = ANEW) -> ReferralAmended:
    return ReferralAmended(
        pack=AMENDED,
        sha256=digest(AMENDED),
        certified_by=CERTIFIER,
        material=material,
        reason="needs_changed",
        deadline=deadline,
        at=SOON,
        by=BROKER,
    )


def extend(deadline: datetime, now: datetime = SOON) -> ExtendDeadline:
    return ExtendDeadline(deadline=deadline, reason="questions_outstanding", now=now, by=BROKER)


def extended(deadline: datetime) -> ResponseDeadlineExtended:
    return ResponseDeadlineExtended(
        deadline=deadline, reason="questions_outstanding", at=SOON, by=BROKER
    )


def widen(*audience: Invitee, lots: tuple[str, ...] = ()) -> WidenSearch:
    return WidenSearch(
        lots=lots,
        audience=audience or (invitee(ASH),),
        reason="no_viable_offer",
        terms=terms(),
        now=SOON,
        by=BROKER,
    )


def widened(lots: tuple[str, ...] = ()) -> SearchWidened:
    return SearchWidened(
        lots=lots,
        contract_id=CONTRACT,
        contract_version=2,
        reason="no_viable_offer",
        at=SOON,
        by=BROKER,
    )


def ask(provider_id: ProviderId = OAK) -> AskAboutInvitation:
    return AskAboutInvitation(
        question_id=QUESTION, provider_id=provider_id, text="Ground floor, for us?", at=SOON
    )


def asked(provider_id: ProviderId = OAK) -> InvitationQuestionAsked:
    return InvitationQuestionAsked(
        invitation_id=invitation_of(provider_id),
        provider_id=provider_id,
        at=SOON,
        question_id=QUESTION,
        text="Ground floor, for us?",
    )


def answer(**changed: Any) -> AnswerAboutInvitation:
    plain: dict[str, Any] = {"question_id": QUESTION, "text": "Yes.", "now": SOON, "by": BROKER}
    return AnswerAboutInvitation(**plain | changed)


def answered(*, to_all: bool = False, provider_id: ProviderId = OAK) -> InvitationQuestionAnswered:
    return InvitationQuestionAnswered(
        question_id=QUESTION,
        provider_id=provider_id,
        text="Yes.",
        to_all=to_all,
        shared_as="On the ground floor?" if to_all else None,
        at=SOON,
        by=BROKER,
    )


def withdraw_pack() -> WithdrawPack:
    return WithdrawPack(field="summary", reason="name_of_child", now=SOON, by=BROKER)


def pack_withdrawn(*opened_by: ProviderId) -> PackWithdrawn:
    return PackWithdrawn(
        sha256=digest(pack()),
        field="summary",
        reason="name_of_child",
        opened_by=opened_by,
        at=SOON,
        by=BROKER,
    )


def viewed_anew(provider_id: ProviderId = ELM) -> PackViewed:
    return PackViewed(
        invitation_id=invitation_of(provider_id),
        provider_id=provider_id,
        at=ANEW,
        sha256=digest(AMENDED),
    )


def deleted(provider_id: ProviderId = OAK, at: datetime = SOON) -> PackDeletionAcknowledged:
    return PackDeletionAcknowledged(
        invitation_id=invitation_of(provider_id), provider_id=provider_id, at=at
    )
