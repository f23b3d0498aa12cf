"""Where a home was sought: in house first, then on the market. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from application.referral.told import Told
from application.referral.view.in_house import (
    ShownBypass,
    ShownInHouse,
    ShownMatch,
    in_house,
    in_house_bypass,
    in_house_match,
)
from application.referral.view.invitation_questions import InvitationQuestion, invitation_questions
from application.referral.view.invitations import (
    Owns,
    ShownInvitation,
    invitations,
    with_messages,
)
from application.referral.view.packs import (
    ShownPackVersion,
    ShownPublication,
    pack_versions,
    publication,
)
from application.referral.view.submission import ShownApproval, approval
from domain.telling.chronology import ToldOf


@dataclass(frozen=True, kw_only=True)
class Sought:
    """What was tried of the council's own, and which providers were asked, with what."""

    in_house: ShownInHouse | None
    in_house_match: ShownMatch | None
    in_house_bypass: ShownBypass | None
    approval: ShownApproval | None
    publication: ShownPublication | None
    packs: Sequence[ShownPackVersion]
    invitations: Sequence[ShownInvitation]
    invitation_questions: Sequence[InvitationQuestion]


def sought(told: Told, owns: Owns, sent: Sequence[ToldOf], day: date) -> Sought:
    """By what had been told, and the messages `sent` to providers by the end of a day."""
    return Sought(
        in_house=in_house(told),
        in_house_match=in_house_match(told),
        in_house_bypass=in_house_bypass(told),
        approval=approval(told),
        publication=publication(told),
        packs=pack_versions(told),
        invitations=with_messages(invitations(told, owns), sent, day),
        invitation_questions=invitation_questions(told),
    )
