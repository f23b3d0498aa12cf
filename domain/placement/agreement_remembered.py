"""How a placement remembers its agreement: drafted, issued, in force, and varied."""

from dataclasses import replace

from domain.placement.agreement import Agreement, Drafted, InForce, Issued
from domain.placement.events import (
    AgreementDrafted,
    AgreementEvent,
    AgreementInForce,
    AgreementIssued,
    AgreementSigned,
    AgreementVaried,
    VariationEvent,
)
from domain.placement.state import Particulars
from domain.placement.variations_remembered import (
    reckoned_anew,
    variations_after,
    versions_after,
)
from domain.placement.versions import AgreedVersion
from domain.shared.errors import CorruptHistory


def agreement_after(
    particulars: Particulars, event: AgreementEvent | VariationEvent
) -> Particulars:
    """Once both have signed, the first version of it is in force."""
    if isinstance(event, VariationEvent):
        return _varied(particulars, event)
    agreement = _evolve_agreement(particulars.agreement, event)
    after = replace(particulars, agreement=agreement)
    if not isinstance(event, AgreementInForce):
        return after
    first = AgreedVersion(
        number=event.version,
        since=particulars.agreement_since,
        terms=agreement.terms,
        planned_end=particulars.arrangement.planned_end,
    )
    return replace(after, versions=(first,))


def _varied(particulars: Particulars, event: VariationEvent) -> Particulars:
    """A version more, and with it perhaps another planned end; or a variation moved on."""
    after = replace(particulars, variations=variations_after(particulars.variations, event))
    if not isinstance(event, AgreementVaried):
        return after
    versions = versions_after(particulars.versions, event)
    variations = reckoned_anew(after.variations, particulars.versions, versions)
    ends = {"planned_end": versions[-1].planned_end}
    return replace(
        after,
        versions=versions,
        variations=variations,
        agreement=InForce(versions[-1].terms),
        agreement_version=event.version,
        arrangement=particulars.arrangement.model_copy(update=ends),
    )


def _evolve_agreement(agreement: Agreement | None, event: AgreementEvent) -> Agreement:
    match agreement, event:
        case None | Drafted(), AgreementDrafted():
            return Drafted(event.terms)
        case Drafted(terms), AgreementIssued():
            return Issued(terms, {})
        case Issued(terms, signed), AgreementSigned():
            return Issued(terms, {**signed, event.party: event.signatory})
        case Issued(terms, _), AgreementInForce():
            return InForce(terms)
        case _:
            raise CorruptHistory(agreement, event)
