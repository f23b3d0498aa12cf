"""What is asked for, as it was last written or amended. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from application.referral.told import Told
from application.referral.view.text import Text
from domain.referral.codes import (
    Code,
    Scope,
)
from domain.referral.events import ReferralEvent
from domain.referral.events.request import ReferralDrafted, SectionsWritten
from domain.referral.events.triage import RequestAmended, SectionAmended
from domain.referral.sections import RequestDetails, SectionName
from domain.referral.state.amending import with_details
from domain.shared.terms import Tier
from domain.shared.vocabulary import (
    PlacementId,
    ReferralId,
    Subject,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRequest:
    """What was asked for, as it was last written or amended."""

    scope: Scope
    tier: Tier
    emergency: bool
    reason_code: Code
    referred_by: Code | None
    received_on: date | None
    needed_from: date
    predecessor_placement: PlacementId | None
    beside: Sequence[ReferralId]
    beside_because: Text | None
    drafted_by: Subject
    details: RequestDetails
    sections: Mapping[SectionName, Text]


def request(drafted: ReferralDrafted, told: Told) -> ShownRequest:
    """What is asked for, as it was last written or amended."""
    shown = ShownRequest(
        scope=drafted.scope,
        tier=drafted.tier,
        emergency=drafted.emergency,
        reason_code=drafted.reason_code,
        referred_by=drafted.referred_by,
        received_on=drafted.received_on,
        needed_from=drafted.needed_from,
        predecessor_placement=drafted.predecessor_placement,
        beside=drafted.beside,
        beside_because=drafted.beside_because,
        drafted_by=drafted.by,
        details=RequestDetails(),
        sections={},
    )
    for recorded in told:
        shown = _rewritten(shown, recorded.event)
    return shown


def _rewritten(shown: ShownRequest, event: ReferralEvent) -> ShownRequest:
    match event:
        case SectionsWritten():
            written = {section.name: section.text for section in event.sections}
            sections: Mapping[SectionName, Text] = {**shown.sections, **written}
            return replace(shown, sections=sections, details=event.request or shown.details)
        case SectionAmended(section=section, now=text):
            return replace(shown, sections={**shown.sections, section: text})
        case RequestAmended(now=now):
            return replace(
                shown,
                tier=now.tier or shown.tier,
                emergency=now.is_emergency(held=shown.emergency),
                needed_from=now.needed_from or shown.needed_from,
                details=with_details(shown.details, now),
            )
        case _:
            return shown
