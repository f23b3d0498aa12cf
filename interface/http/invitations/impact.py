"""The manager of a shared home weighs the child against who lives there, both ways."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from application.referral.evaluation import Impact
from domain.referral.codes import InvitationId
from interface.http.dependencies import Commanding, commanding
from interface.http.invitations.answering import ProviderAnswer, answered
from interface.http.invitations.own import organisation_of, require_own
from interface.http.problems import declared
from interface.http.text import Body, PerhapsText

router = APIRouter(
    prefix="/invitations/{invitation_id}", tags=["invitations"], responses=declared(404, 409)
)


class ImpactAssessment(Body):
    """Both directions are asked for; what is left out is named at once."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "on_child": "The others go missing seldom; she may feel alone at first.",
                "on_residents": "They are settled and used to newcomers.",
                "strengths": "She cooks, and so do they.",
                "acceptable": True,
            }
        }
    )

    on_child: PerhapsText = ""
    on_residents: PerhapsText = ""
    strengths: PerhapsText = ""
    acceptable: bool


@router.post("/impact-assessments", status_code=201)
def assess_impact(
    invitation_id: UUID,
    sent: ImpactAssessment,
    response: Response,
    caller: Commanding = commanding(Action.ASSESS_IMPACT),
) -> ProviderAnswer:
    """Say what the child would mean for those who live there, and they for the child."""
    require_own(caller, invitation_id)
    impact = Impact(
        on_child=sent.on_child,
        on_residents=sent.on_residents,
        strengths=sent.strengths,
        acceptable=sent.acceptable,
    )
    receipt = caller.service.search.evaluation.assess_impact(
        caller.occasion, InvitationId(invitation_id), organisation_of(caller), impact
    )
    return answered(caller, invitation_id, receipt, response)
