"""Which packs are shown, to whom, and who opened them."""

from collections.abc import Mapping
from dataclasses import replace

from domain.referral.events.answers import PackViewed
from domain.referral.events.disclosure import ConfidentialityAccepted
from domain.referral.events.emergency import InformationSupplied, PackReleased
from domain.referral.events.search import ReferralPublished
from domain.referral.facts import Facts, ToldAlone
from domain.referral.field_matrix import PackStage
from domain.shared.vocabulary import ProviderId


def supplied(facts: Facts, event: InformationSupplied) -> Facts:
    before = facts.supplied.get(event.provider_id, frozenset())
    now = before | {section.name for section in event.sections}
    told = replace(facts, supplied={**facts.supplied, event.provider_id: now})
    return told.with_invitation(replace(facts.invitations[event.provider_id], holds_pack=True))


def published(facts: Facts, event: ReferralPublished) -> Facts:
    return shown(facts, event.sha256)


def shown(facts: Facts, sha256: str) -> Facts:
    """Another version of the pack is the one that is opened."""
    return replace(_released(facts, sha256), pack=sha256)


def released(facts: Facts, event: PackReleased) -> Facts:
    """The minimum pack is opened with the published one; what one provider is told, by itself."""
    now = _released(facts, event.sha256)
    if event.offer_id is None:
        return replace(now, minimum=event.sha256, minimum_released=True)
    alone = {(each, event.pack.stage): ToldAlone(event.sha256) for each in event.providers}
    return replace(now, alone={**facts.alone, **alone})


def confidential(facts: Facts, event: ConfidentialityAccepted) -> Facts:
    return facts.with_invitation(
        replace(facts.invitations[event.provider_id], keeps_confidence=True)
    )


def _released(facts: Facts, sha256: str) -> Facts:
    openers = {**facts.openers, sha256: facts.openers.get(sha256, ())}
    return replace(facts, openers=openers, withdrawn_packs=facts.withdrawn_packs - {sha256})


def opened(facts: Facts, event: PackViewed) -> Facts:
    alone = read_alone(facts, event)
    read = {event.sha256} if alone else {event.sha256 or facts.pack, facts.minimum}
    openers = {
        sha256: (*facts.openers.get(sha256, ()), event.provider_id)
        for sha256 in read
        if sha256 is not None
    }
    return replace(facts, openers={**facts.openers, **openers}, alone={**facts.alone, **alone})


def read_alone(facts: Facts, event: PackViewed) -> Mapping[tuple[ProviderId, PackStage], ToldAlone]:
    """What was told to this provider alone and was opened, if it was that."""
    return {
        (event.provider_id, stage): replace(told, opened=True)
        for stage, told in facts.told_alone(event.provider_id).items()
        if told.sha256 == event.sha256
    }


def not_chosen(facts: Facts, provider_id: ProviderId | None) -> Facts:
    """What only the chosen provider is told goes with the choice; it is told anew to the next."""
    alone = {
        key: told
        for key, told in facts.alone.items()
        if key[0] != provider_id or key[1] is PackStage.MATCHING
    }
    supplied = {who: names for who, names in facts.supplied.items() if who != provider_id}
    return replace(facts, alone=alone, supplied=supplied)
