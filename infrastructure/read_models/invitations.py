"""What an invited provider may read: its own invitations, built from an allow-list.

A row holds the published pack (docs/domain/05, 5.4, column Pub), the provider's own answer,
and after a decision its own reason. Nothing else is ever put in: no case, no identifier of
the child, nothing of another provider. Pack and offer are sealed under the key of the
child's file, and read as erased once it is destroyed.
"""

from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import (
    Boolean,
    Column,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)

from application.referral.invitation import OwnInvitation, OwnOffer, own_invitation
from application.referral.invitation.sorting import SORTED_OUT, SortedOut
from application.referral.queries import (
    ChangesAsked,
    PublishedPack,
    QuestionInPortal,
    ReleasedToProvider,
    ShownEntered,
    ShownOffer,
    StagedForProvider,
)
from application.referral.view.differences import shown_difference
from domain.referral.events.emergency import PackReleased
from domain.referral.events.evaluation import ImpactRiskAssessed
from domain.referral.field_matrix import PackStage
from domain.shared.envelope import Recorded
from domain.shared.personal import Erased, legible
from domain.shared.vocabulary import ProviderId
from infrastructure.columns import Instant
from infrastructure.read_models.base import Desk, ReadModel

NAME = "invitations"

PACK, OFFER = TypeAdapter(PublishedPack), TypeAdapter(ShownOffer)
RELEASED = TypeAdapter(ReleasedToProvider)
QUESTIONS = TypeAdapter(tuple[QuestionInPortal, ...])


def define(metadata: MetaData, suffix: str) -> Sequence[Table]:
    name = NAME + suffix
    return [
        Table(
            name,
            metadata,
            Column("invitation_id", Text, primary_key=True),
            Column("stream", Text, nullable=False),
            Column("authority", Text, nullable=False),
            Column("provider_id", Text, nullable=False),
            Column("file", Text, nullable=False),
            Column("tier", Text, nullable=False),
            Column("invited_at", Instant, nullable=False),
            Column("deadline", Instant, nullable=False),
            Column("standing", Text, nullable=False),
            Column("opened", Boolean, nullable=False),
            Column("over_at", Instant),
            Column("closes_at", Instant),
            Column("offer_status", Text),
            Column("version", Integer, nullable=False),
            Column("sealed_pack", Text),
            Column("sealed_offer", Text),
            Column("sealed_questions", Text),
            Column("sealed_released", Text),
            Column("pack_sha256", Text),
            Column("holds_pack", Boolean, nullable=False),
            Column("must_delete", Boolean, nullable=False),
            Column("deleted_at", Instant),
            Column("confidential_at", Instant),
            Index(f"{name}_stream", "stream"),
            Index(f"{name}_provider", "provider_id", "invitation_id"),
        )
    ]


def project(desk: Desk, recorded: Recorded[Any]) -> None:
    history = desk.history(recorded)
    known = history.in_order(SORTED_OUT)
    for provider_id in _touched(known, recorded):
        own = own_invitation(history.events, provider_id, known)
        if own is not None:
            _write(desk, recorded, own)


MODEL = ReadModel(NAME, 14, define, project, ("referral",))


def _touched(known: SortedOut, recorded: Recorded[Any]) -> Sequence[ProviderId]:
    """The providers whose invitations an event may change."""
    if isinstance(recorded.event, ImpactRiskAssessed):
        # It judges an offer that may have been decided upon, and names no provider.
        return list(known.each)
    return known.concerned()


def _write(desk: Desk, recorded: Recorded[Any], own: OwnInvitation) -> None:
    key = str(own.invited.invitation_id)
    pack, offer, questions = _pack(own), _offer(own), _questions(own)
    released = _released(own)
    row = {
        "invitation_id": key,
        "stream": recorded.stream,
        "authority": _authority(desk, recorded),
        "provider_id": str(own.invited.provider_id),
        "file": recorded.file,
        "tier": own.invited.tier,
        "invited_at": own.invited.invited_at,
        "deadline": own.invited.deadline,
        "standing": own.standing,
        "opened": own.opened,
        "over_at": own.over_at,
        "closes_at": own.closes_at,
        "offer_status": own.offer and own.offer.status,
        "version": own.version,
        "sealed_pack": pack and _sealed(desk, recorded, "pack", key, PACK.dump_json(pack)),
        "sealed_offer": offer and _sealed(desk, recorded, "offer", key, OFFER.dump_json(offer)),
        "sealed_released": released
        and _sealed(desk, recorded, "released", key, RELEASED.dump_json(released)),
        "sealed_questions": questions
        and _sealed(desk, recorded, "questions", key, QUESTIONS.dump_json(questions)),
        "pack_sha256": own.sha256,
        "holds_pack": own.holds_pack,
        "must_delete": own.must_delete or own.holds_former,
        "deleted_at": own.deleted_at,
        "confidential_at": own.confidential_at,
    }
    desk.sheet().replace([row], invitation_id=key)


def _authority(desk: Desk, recorded: Recorded[Any]) -> str:
    """The authority whose child it is, whoever answers."""
    return desk.history(recorded).events[0].actor.authority


def _pack(own: OwnInvitation) -> PublishedPack | None:
    """What may be shown of the pack, named field by field; none once erased or withdrawn."""
    pack = own.pack
    if pack is None or isinstance(pack.summary, Erased):
        return None
    return PublishedPack(
        age_in_years=pack.age_in_years,
        sex=pack.sex,
        legal_status=pack.legal_status,
        unaccompanied=pack.unaccompanied,
        needs=pack.needs,
        risks=pack.risks,
        sibling_group_size=pack.sibling_group_size,
        area=pack.area,
        half_hours=pack.half_hours,
        needed_from=pack.needed_from,
        duration=pack.duration,
        indicative_weekly=pack.indicative_weekly,
        summary=pack.summary,
        siblings=pack.siblings,
        together=pack.together,
    )


def _offer(own: OwnInvitation) -> ShownOffer | None:
    held = own.offer
    if held is None or isinstance(held.offer.outcomes, Erased) or isinstance(held.reason, Erased):
        return None
    return ShownOffer(
        offer_id=held.offer.offer_id,
        received_at=held.received_at,
        setting_id=held.offer.setting_id,
        earliest_start=held.offer.earliest_start,
        price=held.offer.price,
        half_hours=held.offer.half_hours,
        open_until=held.offer.open_until,
        outcomes=held.offer.outcomes,
        content=held.offer.content,
        siblings=held.offer.siblings,
        reason=held.reason,
        changes_asked=_changes_asked(held),
        judgement=held.judgement,
        entered=_entered(held),
        differences=tuple(shown_difference(said) for said in held.differences),
    )


def _entered(held: OwnOffer) -> ShownEntered | None:
    if held.entered is None:
        return None
    said_by = None if isinstance(held.entered.said_by, Erased) else held.entered.said_by
    return ShownEntered(said_by=said_by, said_at=held.entered.said_at, owned=held.owned)


def _changes_asked(held: OwnOffer) -> ChangesAsked | None:
    asked = held.changes
    if asked is None or isinstance(asked.what, Erased):
        return None
    return ChangesAsked(what=asked.what, until=asked.until)


def _released(own: OwnInvitation) -> ReleasedToProvider | None:
    """None while nothing went beside the published pack, and once it is erased or deleted."""
    if own.said_deleted:
        return None
    alone = [each.release for each in own.alone if each.opened_at]
    named = any(each.pack.stage is PackStage.EMERGENCY for each in alone)
    released = [own.emergency, *alone] if own.emergency and not named else alone
    unopened = tuple(each.release.pack.stage for each in own.alone if not each.opened_at)
    texts = [line.text for each in released for line in each.pack.lines]
    texts += [part.text for part in own.information]
    if any(isinstance(text, Erased) for text in texts) or not (texts or unopened):
        return None
    return ReleasedToProvider(
        packs=tuple(_staged(each) for each in released),
        information={part.name: legible(part.text) for part in own.information},
        unopened=unopened,
    )


def _staged(released: PackReleased) -> StagedForProvider:
    return StagedForProvider(
        stage=released.pack.stage,
        sha256=released.sha256,
        fields={line.field: legible(line.text) for line in released.pack.lines},
    )


def _questions(own: OwnInvitation) -> tuple[QuestionInPortal, ...] | None:
    """None while there are none, and once they are erased or deleted."""
    if not own.questions or own.said_deleted:
        return None
    erased = (isinstance(q.text, Erased) or isinstance(q.answer, Erased) for q in own.questions)
    if any(erased):
        return None
    return tuple(
        QuestionInPortal(
            question_id=each.question_id,
            own=each.own,
            text=legible(each.text),
            answer=None if each.answer is None else legible(each.answer),
        )
        for each in own.questions
    )


def sealed_place(what: str, key: str) -> str:
    return f"{NAME}:{what}:{key}"


def _sealed(desk: Desk, recorded: Recorded[Any], what: str, key: str, shown: bytes) -> str:
    return desk.cabinet.seal_text(shown.decode(), recorded.file, sealed_place(what, key))
