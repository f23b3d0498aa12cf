"""Serving the council's notice, again for another reason, and receiving the provider's."""

from collections.abc import Sequence
from functools import partial

from domain.placement.commands import (
    NoticeGivenCommand,
    RecordProviderNotice,
    ReplaceNotice,
    ServeNotice,
)
from domain.placement.endings import NoticeTerms
from domain.placement.errors import NoticeIncomplete
from domain.placement.events import (
    NoticeReplaced,
    NoticeServed,
    PlacementEvent,
    ProviderNoticeReceived,
)
from domain.placement.events.notice import CouncilNotice
from domain.placement.rules.notice import (
    expiry,
    missing_from,
    require_another_manager,
    require_first,
    require_long_enough,
    require_own,
    require_review_of,
    rule_for,
    running_notice,
)
from domain.placement.rules.start import require_not_before
from domain.placement.rules.stay import require_while_there
from domain.placement.state import Begun, Current
from domain.shared.breaches import broken
from domain.shared.errors import WrongState
from domain.shared.terms import NoticeParty


def decide(placement: Begun, command: NoticeGivenCommand) -> Sequence[PlacementEvent]:
    match placement, command:
        case _, RecordProviderNotice():
            return receive(placement, command)
        case Current(), ServeNotice():
            return serve(placement, command)
        case Current(), ReplaceNotice():
            return replace(placement, command)
        case _:
            raise WrongState.of(placement, command)


def serve(placement: Current, command: ServeNotice) -> Sequence[PlacementEvent]:
    require_first(placement)
    alone = _given(placement, command)
    require_review_of(command, alone.earliest_end)
    return [NoticeServed(**dict(alone))]


def replace(placement: Current, command: ReplaceNotice) -> Sequence[PlacementEvent]:
    """A second notice for another reason: the earlier end of the two counts (6-19)."""
    earlier = running_notice(placement, command.replaces)
    require_own(earlier)
    require_not_before(earlier.given_at, command.notice.served_at)
    alone = _given(placement, command.notice)
    ends = min(filter(None, (earlier.expires, alone.earliest_end)))
    require_review_of(command.notice, ends)
    said = dict(alone) | {"earliest_end": ends, "pay_until": ends}
    return [NoticeReplaced(**said, replaces=earlier.number, own_end=alone.earliest_end)]


def _given(placement: Current, command: ServeNotice) -> CouncilNotice:
    """The notice as the contract has it, once all that it must have is there (4-232)."""
    require_not_before(placement.started_at, command.served_at)
    rule = rule_for(placement.particulars.agreement, command.terms, command.reason)
    missing = missing_from(command)
    if missing or command.options_explored is None or command.manager_approval is None:
        raise NoticeIncomplete(missing)
    require_another_manager(command.by, command.manager_approval)
    earliest_end = expiry(command.served_at, rule.days)
    return CouncilNotice(
        party=NoticeParty.COUNCIL,
        reason=command.reason,
        notice_class=rule.notice_class,
        served_at=command.served_at,
        days=rule.days,
        earliest_end=earliest_end,
        pay_until=earliest_end,
        contract_id=command.terms.contract_id,
        contract_version=command.terms.version,
        options_explored=command.options_explored,
        statutory_review=command.statutory_review,
        immediate_risk=command.immediate_risk,
        risk_ground=command.risk_ground,
        approved_by=command.manager_approval,
        by=command.by,
    )


def receive(placement: Begun, command: RecordProviderNotice) -> Sequence[PlacementEvent]:
    """The provider's notice is a fact, however short and whatever the contract says (6-22)."""
    require_while_there(placement, command.received_at)
    terms, party = command.terms, NoticeParty.PROVIDER
    rule = terms.notice_rule(party, command.reason) if terms else None
    contractual_end = expiry(command.received_at, rule.days) if rule else None
    gates = (
        [partial(require_long_enough, command.end_named, contractual_end)]
        if contractual_end
        else []
    )
    return [
        ProviderNoticeReceived(
            reason=command.reason,
            received_at=command.received_at,
            end_named=command.end_named,
            rule=NoticeTerms.CONTRACT if rule else NoticeTerms.UNSET,
            days=rule.days if rule else None,
            contractual_end=contractual_end,
            breaches=broken(gates),
        )
    ]
