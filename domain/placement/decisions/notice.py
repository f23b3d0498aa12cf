"""Serving the council's notice, and receiving the provider's."""

from collections.abc import Sequence
from functools import partial

from domain.placement.arrangement import before
from domain.placement.commands import RecordProviderNotice, ServeNotice
from domain.placement.endings import NoticeTerms
from domain.placement.errors import NoticeIncomplete
from domain.placement.events import NoticeServed, PlacementEvent, ProviderNoticeReceived
from domain.placement.rules.notice import (
    expiry,
    missing_from,
    require_another_manager,
    require_long_enough,
    require_review_by,
    rule_for,
)
from domain.placement.rules.start import require_not_before
from domain.placement.state import Begun, Current, Ended, UnderNotice
from domain.shared.breaches import broken
from domain.shared.errors import WrongState
from domain.shared.terms import NoticeParty


def serve(placement: Current, command: ServeNotice) -> Sequence[PlacementEvent]:
    _require_first(placement)
    require_not_before(placement.started_at, command.served_at)
    rule = rule_for(placement.particulars.agreement, command.terms, command.reason)
    earliest_end = expiry(command.served_at, rule.days)
    missing = missing_from(command)
    if missing or command.options_explored is None or command.manager_approval is None:
        raise NoticeIncomplete(missing)
    require_another_manager(command.by, command.manager_approval)
    require_review_by(
        earliest_end,
        command.statutory_review,
        looked_after=command.looked_after,
        immediate_risk=command.immediate_risk,
    )
    return [
        NoticeServed(
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
            approved_by=command.manager_approval,
            by=command.by,
        )
    ]


def receive(placement: Begun, command: RecordProviderNotice) -> Sequence[PlacementEvent]:
    """The provider's notice is a fact, however short and whatever the contract says (6-22)."""
    require_not_before(placement.started_at, command.received_at)
    if isinstance(placement, Ended) and before(placement.ended_at, command.received_at):
        raise WrongState("The child had left by then.")
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


def _require_first(placement: Current) -> None:
    """The council gives notice once; the provider's own does not stand in its way."""
    given = placement.notices if isinstance(placement, UnderNotice) else ()
    if any(notice.party is NoticeParty.COUNCIL for notice in given):
        raise WrongState("The council has given notice already.")
