"""A pack that told too much is taken back, and said to be deleted."""

from collections.abc import Sequence

from domain.referral.commands.market import (
    AcknowledgeDeletion,
    WithdrawPack,
)
from domain.referral.decisions.invited import invitation_of
from domain.referral.events.market import (
    MarketEvent,
    PackDeletionAcknowledged,
    PackWithdrawn,
)
from domain.referral.facts import Facts
from domain.referral.field_matrix import PackStage
from domain.referral.stages import Asked
from domain.shared.errors import NotFound, WrongState


def withdraw_pack(facts: Facts, command: WithdrawPack) -> Sequence[MarketEvent]:
    """At once, at any stage, and without asking more than where the fault stands (6-65)."""
    meant = command.sha256 or facts.pack
    if meant is None or meant in facts.withdrawn_packs:
        raise WrongState("This pack is shown to nobody.")
    if meant not in facts.openers:
        raise NotFound("No pack with this digest was published.")
    shown = [sha256 for sha256 in (facts.pack, facts.minimum) if sha256 is not None]
    alone = tuple(who for (who, _), told in facts.alone.items() if told.sha256 == meant)
    superseded = meant not in shown and not alone
    named = [told.sha256 for (_, it), told in facts.alone.items() if it is PackStage.EMERGENCY]
    with_it = [] if superseded or alone else [each for each in (*shown, *named) if each != meant]
    gone = [meant, *with_it]
    read = {each for sha256 in gone for each in facts.openers[sha256]}
    withdrawn = PackWithdrawn(
        sha256=meant,
        with_it=tuple(with_it),
        superseded=superseded,
        shown_to=alone,
        field=command.field,
        reason=command.reason,
        opened_by=tuple(each for each in facts.invitations if each in read),
        at=command.now,
        by=command.by,
    )
    return [withdrawn]


def acknowledge_deletion(asked: Asked, command: AcknowledgeDeletion) -> Sequence[MarketEvent]:
    """A fact, whenever it comes; said again with nothing opened since, it is no news."""
    invitation = invitation_of(asked, command.provider_id, command.at)
    if not invitation.holds_pack:
        return []
    acknowledged = PackDeletionAcknowledged(
        invitation_id=invitation.invitation_id,
        provider_id=command.provider_id,
        at=command.at,
    )
    return [acknowledged]
