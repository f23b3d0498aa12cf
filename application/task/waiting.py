"""Whom a task waits for, by what it asks (docs/domain/10, R-107; A)."""

from collections.abc import Mapping

from application.access.principal import Role
from application.clock.owners import capability
from domain.case.errors import CeasingNotApproved
from domain.placement.approving import APPROVERS
from domain.placement.errors import EndNotOwned, StatusNotWithParents, ToldThoughExcluded
from domain.placement.rules.approvals import NOT_APPROVED
from domain.referral.errors import EnteredOfferNotMade, SpokenApprovalNotOwned
from domain.shared.envelope import StreamId
from domain.task import codes

_CHILDS = (Role.CASEWORKER, Role.TEAM_MANAGER, Role.BROKER)
_REGISTER = (Role.BROKER, Role.COMMISSIONING_MANAGER, Role.QA_OFFICER)


def _approvers() -> Mapping[str, tuple[Role, ...]]:
    """An approval of a placement waits for whoever may give it (2.11)."""
    return {
        NOT_APPROVED[kind].code: tuple(Role(each) for each in sorted(who, reverse=True))
        for kind, who in APPROVERS.items()
    }


WAITS_FOR: Mapping[str, tuple[Role, ...]] = {
    codes.DECIDE_ON_SUSPENSION: (Role.COMMISSIONING_MANAGER,),
    codes.PLAN_MOVE: (*_CHILDS, Role.DCS, Role.OUT_OF_HOURS),
    codes.NOVATE_AGREEMENT: (Role.BROKER, Role.COMMISSIONING_MANAGER),
    codes.DECIDE_ON_UNFILLED: (Role.COMMISSIONING_MANAGER, Role.NOMINATED_OFFICER, Role.DCS),
    codes.DECIDE_ON_RETURN: (Role.DCS,),
    codes.LOOK_AT_UNREGISTERED_HOME: (Role.TEAM_MANAGER, Role.DCS),
    codes.PLAN_CONTACT: _CHILDS,
    codes.NO_COURT_AUTHORITY: (Role.TEAM_MANAGER, Role.NOMINATED_OFFICER, Role.DCS),
    codes.DECIDE_ON_SEARCH: (Role.BROKER,),
    codes.FIND_NEXT_HOME: _CHILDS,
    codes.DECIDE_ON_ABSENCE: _CHILDS,
    codes.TELL_OF_DEATH: (Role.TEAM_MANAGER, Role.NOMINATED_OFFICER, Role.DCS, Role.QA_OFFICER),
    codes.CHILD_MISSING: (*_CHILDS, Role.IRO, Role.OUT_OF_HOURS),
    codes.PROVIDERS_WORD_TO_JUDGE: (*_CHILDS, Role.OUT_OF_HOURS),
    codes.FIND_OUT_WHERE: _CHILDS,
    codes.CHILD_STILL_PLACED: (*_CHILDS, Role.COMMISSIONING_MANAGER),
    EndNotOwned.code: (Role.TEAM_MANAGER, Role.NOMINATED_OFFICER, Role.DCS),
    codes.INFORM_IRO: _CHILDS,
    codes.ARRANGE_ACCOMMODATION: (*_CHILDS, Role.DCS, Role.OUT_OF_HOURS),
    codes.RECONSIDER_SEARCH: (Role.BROKER,),
    codes.TELEPHONE_PROVIDER: (Role.BROKER, Role.OUT_OF_HOURS),
    codes.DECIDE_ON_PREFERRED_OFFER: (Role.BROKER,),
    codes.DATA_BREACH_TO_JUDGE: (Role.DPO,),
    codes.RECONSIDER_START: (Role.BROKER, Role.TEAM_MANAGER),
    codes.TRIAGE_CONCERN: (Role.TEAM_MANAGER, Role.QA_OFFICER, Role.COMMISSIONING_MANAGER),
    codes.COVER_SERVICE: (Role.BROKER, Role.COMMISSIONING_MANAGER, Role.OUT_OF_HOURS),
    codes.VISIT_PROVIDER: (Role.QA_OFFICER, Role.COMMISSIONING_MANAGER),
    codes.MEET_PROVIDER: (Role.QA_OFFICER, Role.COMMISSIONING_MANAGER),
    codes.RENEW_ASSURANCE: (Role.COMMISSIONING_MANAGER, Role.QA_OFFICER),
    codes.ACTION_OVERDUE: (Role.QA_OFFICER, Role.COMMISSIONING_MANAGER),
    **_approvers(),
    CeasingNotApproved.code: (Role.NOMINATED_OFFICER, Role.DCS),
    ToldThoughExcluded.code: (Role.TEAM_MANAGER, Role.DPO),
    StatusNotWithParents.code: (Role.CASEWORKER, Role.TEAM_MANAGER),
    EnteredOfferNotMade.code: (Role.BROKER, Role.COMMISSIONING_MANAGER),
    SpokenApprovalNotOwned.code: (Role.TEAM_MANAGER, Role.DCS),
}

OTHERWISE = (*_REGISTER, Role.TEAM_MANAGER)
"""Whom a breach of a home, or what a policy was refused, waits for: nobody else would see it."""

OF_A_PLACEMENT = (*_CHILDS, Role.COMMISSIONING_MANAGER)
"""Whom anything else about a child's placement waits for: the caseworker too."""


def waits_for(code: str, about: StreamId) -> tuple[str, ...]:
    otherwise = OF_A_PLACEMENT if capability(about) == "placement" else OTHERWISE
    return tuple(role.value for role in WAITS_FOR.get(code, otherwise))
