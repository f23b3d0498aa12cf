"""Drafting, issuing and signing the agreement."""

from collections.abc import Sequence

from domain.placement.agreement import AgreementTerms, Drafted, Issued
from domain.placement.commands import (
    AgreementCommand,
    DraftAgreement,
    IssueAgreement,
    SignAgreement,
)
from domain.placement.events import (
    AgreementDrafted,
    AgreementInForce,
    AgreementIssued,
    AgreementSigned,
    PlacementEvent,
)
from domain.placement.rules.agreement import (
    authorised,
    require_another_signatory,
    require_hours_within,
    require_matrix,
)
from domain.placement.rules.comparison import warnings_of_draft
from domain.placement.rules.term import warnings_of_term
from domain.placement.state import Current, Particulars, ToCome
from domain.shared.errors import WrongState
from domain.shared.money import require_balanced


def decide(placement: ToCome | Current, command: AgreementCommand) -> Sequence[PlacementEvent]:
    particulars = placement.particulars
    match particulars.agreement, command:
        case None | Drafted(), DraftAgreement():
            return draft(particulars, command)
        case Drafted(terms), IssueAgreement():
            return issue(particulars, terms, command)
        case Issued() as issued, SignAgreement():
            return sign(particulars.agreement_version, issued, command)
        case None, _:
            raise WrongState("No agreement has been drafted.")
        case agreement, _:
            raise WrongState.of(agreement, command)


def draft(particulars: Particulars, command: DraftAgreement) -> Sequence[PlacementEvent]:
    require_matrix(command.lot, command.matrix_half_hours)
    if not command.bespoke_24_7:
        require_hours_within(command.lot, command.half_hours)
    terms = AgreementTerms(
        contract_id=command.contract_id,
        contract_version=command.contract_version,
        lot=command.lot.code if command.lot else None,
        lines=command.lines,
        half_hours=command.half_hours,
        outcomes=command.outcomes,
        shares=command.shares,
    )
    if command.shares:
        require_balanced(terms.weekly, command.shares)
    return [
        AgreementDrafted(
            version=particulars.agreement_version,
            terms=terms,
            matrix_half_hours=command.matrix_half_hours,
            by=command.by,
            warnings=_warnings(particulars, command),
        )
    ]


def _warnings(particulars: Particulars, command: DraftAgreement) -> tuple[str, ...]:
    begins, ends = particulars.begins_on, particulars.arrangement.planned_end
    usual = command.usual_months
    of_term = warnings_of_term(usual, begins, ends, emergency=command.emergency)
    return (*of_term, *warnings_of_draft(command))


def issue(
    particulars: Particulars, terms: AgreementTerms, command: IssueAgreement
) -> Sequence[PlacementEvent]:
    planned_end = particulars.arrangement.planned_end
    funding = authorised(command.authorised, terms.weekly, particulars.begins_on, planned_end)
    return [
        AgreementIssued(version=particulars.agreement_version, weekly=terms.weekly, funding=funding)
    ]


def sign(version: int, issued: Issued, command: SignAgreement) -> Sequence[PlacementEvent]:
    if command.party in issued.signed:
        raise WrongState(f"The {command.party.value} has signed already.")
    require_another_signatory(issued.signed, command.party, command.signatory)
    signed = AgreementSigned(
        version=version, party=command.party, signatory=command.signatory, on=command.on
    )
    if not issued.signed:
        return [signed]
    return [signed, AgreementInForce(version=version, on=command.on)]
