"""From nothing to a request that the brokers took on."""

from collections.abc import Sequence

from domain.referral.commands.request import (
    AcceptReferral,
    DraftReferral,
    RequestCommand,
    SubmitReferral,
    UpdateSections,
)
from domain.referral.events.request import (
    ReferralAccepted,
    ReferralDrafted,
    ReferralSubmitted,
    RequestEvent,
    SectionsWritten,
)
from domain.referral.rules.duplicates import require_no_other_open
from domain.referral.rules.emergency import require_emergency
from domain.referral.rules.offers import lot_terms
from domain.referral.rules.request import (
    require_approved_by_another,
    require_bespoke_approved,
    require_complete,
    require_matrix,
    require_received_by_now,
)
from domain.referral.rules.siblings import require_each_child_once
from domain.referral.rules.spoken import require_may_be_spoken
from domain.referral.sections import SectionText
from domain.referral.spoken import SpokenAct, kept
from domain.referral.stages import Draft, NotDrafted, Referral, Submitted
from domain.shared.admission import require_age_within
from domain.shared.code_lists import require_codes_in_force
from domain.shared.errors import MissingInformation, WrongState
from domain.shared.officers import require_listed
from domain.shared.vocabulary import age_on


def decide(referral: Referral, command: RequestCommand) -> Sequence[RequestEvent]:
    match referral, command:
        case NotDrafted(), DraftReferral():
            return draft(command)
        case Draft(), UpdateSections():
            return update_sections(command)
        case Draft(), SubmitReferral():
            return submit(referral, command)
        case Submitted(), AcceptReferral():
            return accept(referral, command)
        case _:
            raise WrongState.of(referral, command)


def draft(command: DraftReferral) -> Sequence[RequestEvent]:
    require_each_child_once((command.case_id, *command.siblings))
    require_codes_in_force(command.not_in_force)
    require_no_other_open(command)
    require_received_by_now(command)
    told = {name: said for name, said in command if name in ReferralDrafted.model_fields}
    return [ReferralDrafted(**told)]


def update_sections(command: UpdateSections) -> Sequence[RequestEvent]:
    if not command.sections and command.request is None:
        raise MissingInformation(["sections"])
    texts = tuple(SectionText(name=name, text=text) for name, text in command.sections.items())
    return [SectionsWritten(sections=texts, request=command.request, by=command.by)]


def submit(draft: Draft, command: SubmitReferral) -> Sequence[RequestEvent]:
    require_complete(draft.facts, command)
    require_approved_by_another(command)
    require_listed(command.approver_roles, ["team_manager"], "team_manager_approval")
    require_may_be_spoken(
        draft.facts, SpokenAct.SUBMISSION, command.team_manager_approval, command.spoken
    )
    require_matrix(draft.facts, current=command.matrix_current)
    require_bespoke_approved(command)
    submitted = ReferralSubmitted(
        by=command.by,
        team_manager_approval=command.team_manager_approval,
        assessment_reference=command.assessment_reference,
        views_not_obtainable=command.views_not_obtainable,
        bespoke_24_7_approved_by=command.bespoke_24_7_approved_by,
        spoken=kept(command.spoken),
    )
    return [submitted]


def accept(submitted: Submitted, command: AcceptReferral) -> Sequence[RequestEvent]:
    """Confirm the lot; every child's age is judged on the day the home is needed from (R-02)."""
    require_codes_in_force(command.not_in_force)
    in_education, needed_from = command.education_evidence is not None, submitted.facts.needed_from
    if command.out_of_hours:
        require_emergency(submitted.facts)
    lot = lot_terms(command.terms, command.lot, in_education=in_education)
    for born_on in (command.born_on, *command.siblings_born_on):
        require_age_within(lot.ages, born_on, needed_from)
    accepted = ReferralAccepted(
        contract_id=command.terms.contract_id,
        contract_version=command.terms.version,
        lot=lot.code,
        age_in_years=age_on(command.born_on, needed_from),
        by=command.by,
        sibling_ages=tuple(age_on(each, needed_from) for each in command.siblings_born_on),
        education_evidence=command.education_evidence,
    )
    return [accepted]
