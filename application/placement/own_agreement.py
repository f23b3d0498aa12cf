"""The agreement as the provider that the child lives with reads it: an allow-list (5.4, R-193).

Nothing the council works on is in it: a draft once it is issued, what a variation comes to once
somebody may spend it, and of who pays nobody but whom to invoice.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.placement.agreement_shown import (
    AgreementView,
    ShownVariation,
    ShownVersion,
    Words,
)
from domain.placement.agreement import AgreementTerms, HalfHours, Outcome, Party
from domain.placement.varying import Asker, Change, VariationStanding
from domain.shared.moments import When
from domain.shared.money import Funder, PriceLine
from domain.shared.terms import NoticeRule
from domain.shared.vocabulary import ContractId, Pence, SettingId


@dataclass(frozen=True, kw_only=True)
class Invoiced:
    """Who is invoiced for the whole price: the lead funder, for as long as it leads."""

    funder: Funder
    since: date | None
    until: date | None


@dataclass(frozen=True, kw_only=True)
class OwnTerms:
    """What is given, at what price."""

    contract_id: ContractId
    contract_version: int
    lot: str | None
    weekly_pence: Pence
    lines: tuple[PriceLine, ...]
    half_hours: HalfHours
    outcomes: tuple[Outcome, ...]
    services: tuple[str, ...]
    invoice: tuple[Invoiced, ...]


@dataclass(frozen=True, kw_only=True)
class OwnVersion:
    """One version that both sides agreed, and from when until when it holds."""

    version: int
    since: When
    until: When | None
    planned_end: date | None
    terms: OwnTerms


@dataclass(frozen=True, kw_only=True)
class OwnVariation:
    """What was asked. `costing` and `terms` once it is authorised: they are what is agreed to."""

    number: int
    change: Change
    asker: Asker
    reason: Words
    standing: VariationStanding
    costing: int | None
    terms: OwnTerms | None
    agreed_by: tuple[Party, ...]


@dataclass(frozen=True, kw_only=True)
class ProviderAgreement:
    """The agreement as it is now. `draft` is what waits for a signature."""

    placement_id: UUID
    setting_id: SettingId
    begins_on: date
    planned_end: date | None
    draft: OwnTerms | None
    signed_by: tuple[Party, ...]
    versions: Sequence[OwnVersion]
    variations: Sequence[OwnVariation]
    notice_rules: Sequence[NoticeRule]


def as_provider_reads(shown: AgreementView) -> ProviderAgreement:
    draft = shown.draft if shown.issued else None
    return ProviderAgreement(
        placement_id=shown.placement_id,
        setting_id=shown.setting_id,
        begins_on=shown.begins_on,
        planned_end=shown.planned_end,
        draft=_terms(draft) if draft else None,
        signed_by=shown.signed_by,
        versions=[_version(each) for each in shown.versions],
        variations=[_variation(each) for each in shown.variations],
        notice_rules=shown.notice_rules,
    )


def _version(shown: ShownVersion) -> OwnVersion:
    return OwnVersion(
        version=shown.version,
        since=shown.since,
        until=shown.until,
        planned_end=shown.planned_end,
        terms=_terms(shown.terms),
    )


def _variation(shown: ShownVariation) -> OwnVariation:
    authorised = shown.authorised_by is not None
    own, working = shown.asker is Asker.PROVIDER, shown.standing is VariationStanding.COSTED
    return OwnVariation(
        number=shown.number,
        change=shown.change,
        asker=shown.asker,
        reason=shown.reason if own else None,
        standing=VariationStanding.REQUESTED if working else shown.standing,
        costing=shown.costing if authorised else None,
        terms=_terms(shown.terms) if authorised and shown.terms else None,
        agreed_by=shown.agreed_by,
    )


def _terms(terms: AgreementTerms) -> OwnTerms:
    return OwnTerms(
        contract_id=terms.contract_id,
        contract_version=terms.contract_version,
        lot=terms.lot,
        weekly_pence=terms.weekly,
        lines=terms.lines,
        half_hours=terms.half_hours,
        outcomes=terms.outcomes,
        services=terms.services,
        invoice=tuple(
            Invoiced(funder=share.funder, since=share.since, until=share.until)
            for share in terms.shares
            if share.lead
        ),
    )
