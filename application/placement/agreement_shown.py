"""The agreement of a placement as both sides read it: its versions, and what is asked of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from domain.placement import PlacementEvent
from domain.placement.agreement import AgreementTerms, Party
from domain.placement.events import (
    AgreementDrafted,
    AgreementIssued,
    AgreementSigned,
    VariationAuthorised,
    VariationCosted,
    VariationRefused,
    VariationRequested,
    VariationWithdrawn,
)
from domain.placement.outcome_of_variation import as_things_stand
from domain.placement.periods import AgreementPeriod
from domain.placement.state import Ended, Known
from domain.placement.variations_remembered import lapsed
from domain.placement.varying import Asker, Change, Variation, VariationStanding, Weight
from domain.placement.versions import Versions, on_day
from domain.shared.moments import When
from domain.shared.personal import Erased
from domain.shared.terms import NoticeRule
from domain.shared.vocabulary import Pence, ProviderId, SettingId, Subject

Words = str | Erased | None
"""None also for who reads no narrative."""


@dataclass(frozen=True, kw_only=True)
class ShownVersion:
    """One version, complete, and from when until when it holds."""

    version: int
    since: When
    until: When | None
    weekly_pence: Pence
    planned_end: date | None
    terms: AgreementTerms


@dataclass(frozen=True, kw_only=True)
class ShownVariation:
    """What was asked, and how far it has come.

    `terms` and `weekly_pence` are what it would be, as things stand, by the `costing` that is
    counted; `weighs` why it needs an authoriser.
    """

    number: int
    change: Change
    asker: Asker
    reason: Words
    requested_by: Subject | None
    standing: VariationStanding
    costing: int
    terms: AgreementTerms | None
    weekly_pence: Pence | None
    weighs: tuple[Weight, ...]
    authorised_by: Subject | None
    retrospective_reason: Words
    agreed_by: tuple[Party, ...]
    closed_because: Words


@dataclass(frozen=True, kw_only=True)
class AgreementView:
    """The agreement: `draft` waits to be issued or signed, `held` is the version of the day."""

    placement_id: UUID
    setting_id: SettingId
    provider_id: ProviderId | None
    begins_on: date
    planned_end: date | None
    draft: AgreementTerms | None
    issued: bool
    signed_by: tuple[Party, ...]
    held: int | None
    versions: Sequence[ShownVersion]
    variations: Sequence[ShownVariation]
    notice_rules: Sequence[NoticeRule]
    version: int


def shown_version(period: AgreementPeriod) -> ShownVersion:
    return ShownVersion(
        version=period.version,
        since=period.since,
        until=period.until,
        weekly_pence=period.terms.weekly,
        planned_end=period.planned_end,
        terms=period.terms,
    )


def shown_variations(known: Known, said: Sequence[PlacementEvent]) -> Sequence[ShownVariation]:
    """Every variation, in the order in which they were asked."""
    found, versions = known.particulars.variations, known.particulars.versions
    found = lapsed(found) if isinstance(known, Ended) else found
    return [_shown(each, versions, said) for each in found]


def _shown(
    variation: Variation, versions: Versions, said: Sequence[PlacementEvent]
) -> ShownVariation:
    terms = _terms(variation, versions)
    own = [event for event in said if getattr(event, "variation", None) == variation.number]
    asked = next(event for event in own if isinstance(event, VariationRequested))
    weighed = [e for e in own if isinstance(e, VariationCosted | VariationAuthorised)]
    authorised = [event for event in own if isinstance(event, VariationAuthorised)]
    closed = [e for e in own if isinstance(e, VariationRefused | VariationWithdrawn)]
    by = variation.authorised is not None and authorised
    return ShownVariation(
        number=variation.number,
        change=variation.change,
        asker=variation.asker,
        reason=asked.reason,
        requested_by=asked.by,
        standing=variation.standing,
        costing=variation.costing,
        terms=terms,
        weekly_pence=terms.weekly if terms else None,
        weighs=weighed[-1].weighs if weighed else (),
        authorised_by=authorised[-1].by if by else None,
        retrospective_reason=authorised[-1].retrospective_reason if by else None,
        agreed_by=tuple(variation.agreed),
        closed_because=closed[-1].reason if closed else None,
    )


def _terms(variation: Variation, versions: Versions) -> AgreementTerms | None:
    """As it would be while it is open, and as it was costed once it is not."""
    if variation.costed is None:
        return None
    if not variation.is_open or not versions:
        return variation.costed.terms
    then = as_things_stand(versions, variation, variation.costed)
    return on_day(then, variation.change.effective_on).terms


def waiting_draft(said: Sequence[PlacementEvent], version: int) -> AgreementTerms | None:
    """The newest draft of the agreement that is not in force yet."""
    drafts = [e for e in said if isinstance(e, AgreementDrafted) and e.version == version]
    return drafts[-1].terms if drafts else None


def signed_by(said: Sequence[PlacementEvent], version: int) -> tuple[Party, ...]:
    signed = [e for e in said if isinstance(e, AgreementSigned) and e.version == version]
    return tuple(each.party for each in signed)


def is_issued(said: Sequence[PlacementEvent], version: int) -> bool:
    return any(isinstance(e, AgreementIssued) and e.version == version for e in said)


def without_words(shown: AgreementView) -> AgreementView:
    """What it costs and until when, and no word about the child."""
    silent = [
        replace(
            each,
            reason=None,
            retrospective_reason=None,
            closed_because=None,
            terms=each.terms and _bare(each.terms),
        )
        for each in shown.variations
    ]
    versions = [replace(each, terms=_bare(each.terms)) for each in shown.versions]
    draft = shown.draft and _bare(shown.draft)
    return replace(shown, variations=silent, versions=versions, draft=draft)


def _bare(terms: AgreementTerms) -> AgreementTerms:
    return terms.model_copy(update={"outcomes": ()})
