"""In house first, then to the market."""

from collections.abc import Sequence
from datetime import datetime

from domain.referral.commands.search import (
    ApproveExternalSearch,
    PublishReferral,
    RecordInHouseExhausted,
    SearchCommand,
    StartInHouseSearch,
)
from domain.referral.errors import InHouseNotExhausted
from domain.referral.events.search import (
    ExternalSearchApproved,
    InHouseSearchExhausted,
    InHouseSearchStarted,
    ProviderInvited,
    ReferralPublished,
    SearchEvent,
)
from domain.referral.facts import Facts
from domain.referral.pack import Invitee, digest
from domain.referral.rules.offers import lot_terms
from domain.referral.rules.publishing import (
    require_another_person,
    require_considered,
    require_each_considered,
    require_eligible,
    require_not_full,
    require_redaction,
    response_deadline,
)
from domain.referral.rules.spoken import require_may_be_spoken
from domain.referral.rules.words_that_stand import UNTIL_PUBLISHED, require_words_stand
from domain.referral.spoken import SpokenAct, kept
from domain.referral.stages import (
    Accepted,
    ApprovedForExternalSearch,
    InHouseBypassed,
    InHouseExhausted,
    Referral,
    SearchingInHouse,
)
from domain.shared.code_lists import require_codes_in_force
from domain.shared.errors import WrongState
from domain.shared.terms import Tier


def decide(referral: Referral, command: SearchCommand) -> Sequence[SearchEvent]:
    match referral, command:
        case Accepted(), StartInHouseSearch():
            return [InHouseSearchStarted(by=command.by)]
        case SearchingInHouse(), RecordInHouseExhausted():
            return exhaust(command)
        case InHouseExhausted(facts) | InHouseBypassed(facts), ApproveExternalSearch():
            return approve(facts, command)
        case ApprovedForExternalSearch(facts), PublishReferral():
            return publish(facts, command)
        case Accepted() | SearchingInHouse(), ApproveExternalSearch() | PublishReferral():
            raise InHouseNotExhausted
        case _:
            raise WrongState.of(referral, command)


def exhaust(command: RecordInHouseExhausted) -> Sequence[SearchEvent]:
    require_considered(command)
    require_each_considered(command)
    require_not_full(command)
    require_codes_in_force(command.not_in_force)
    return [
        InHouseSearchExhausted(
            considered=command.considered, none_exists=command.none_exists, by=command.by
        )
    ]


def approve(facts: Facts, command: ApproveExternalSearch) -> Sequence[SearchEvent]:
    require_another_person(facts, command.by)
    require_may_be_spoken(facts, SpokenAct.EXTERNAL_SEARCH, command.by, command.spoken)
    require_codes_in_force(command.not_in_force)
    return [ExternalSearchApproved(**command.told() | {"spoken": kept(command.spoken)})]


def publish(facts: Facts, command: PublishReferral) -> Sequence[SearchEvent]:
    """Release the pack, and ask each provider once, all until the same instant."""
    require_words_stand(facts.approvals, UNTIL_PUBLISHED)
    certified_by = require_redaction(command)
    require_codes_in_force(command.not_in_force)
    require_eligible(command.audience)
    lot = lot_terms(command.terms, facts.lot)
    deadline = response_deadline(command.terms, facts.tier, command.now)
    published = ReferralPublished(
        pack=command.pack,
        sha256=digest(command.pack),
        certified_by=certified_by,
        contract_id=command.terms.contract_id,
        contract_version=command.terms.version,
        lot=lot.code,
        access_hours=command.terms.access_hours,
        at=command.now,
        by=command.by,
    )
    invitations = invitations_of(command.audience, facts.tier, command.now, deadline)
    return [published, *invitations]


def invitations_of(
    audience: Sequence[Invitee], tier: Tier, now: datetime, deadline: datetime
) -> Sequence[ProviderInvited]:
    """Each provider is asked once, whatever the audience says twice."""
    asked_once = {invitee.provider_id: invitee for invitee in audience}
    return [
        ProviderInvited(
            invitation_id=invitee.invitation_id,
            provider_id=invitee.provider_id,
            tier=tier,
            invited_at=now,
            deadline=deadline,
            lot=invitee.lot,
        )
        for invitee in asked_once.values()
    ]
