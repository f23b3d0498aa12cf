"""What the gates of a home ask about the child who comes to live there, gathered once."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from domain.placement.arrangement import FundingAuthorisation
from domain.placement.schooling import KeyStage4
from domain.shared.admission import Home
from domain.shared.approval import Newcomer
from domain.shared.geography import ApprovalNeeded
from domain.shared.messages import Value
from domain.shared.officers import KnownRoles
from domain.shared.specialist import Admission
from domain.shared.terms import AgeRange, LotTerms
from domain.shared.verbal import VerbalAuthority


class Entry(Value):
    """A child and a home as the registers show them on the day on which it comes, or came.

    `home` is empty when no register knows it. `category` are the ages of the accepted lot.
    An `emergency` needs no meeting, visit, plan or agreement before it, and in one
    `verbal_authority` may stand in for prior funding; for no gate of age, registration,
    admission or place. `officer_roles` are those of the officer by the council's list (R-121);
    `chosen_by_word` says that a broker chose this home by telephone (R-103).
    `impact_acceptable` is false where a shared home has not weighed the child, or not so;
    `approval_needed` is whose word a home there needs on that day, `to_parents` that a child in
    care comes to its parents, `accommodated` that it is so by agreement alone (R-167); of a
    child `of_key_stage_4` is to be said what it means for school; `left_at_risk` is whether the
    placement before ended for immediate risk, as is on record.
    """

    born_on: date
    home: Home | None = None
    category: AgeRange | None = None
    newcomer: Newcomer | None = None
    admission: Admission | None = None
    lot: LotTerms | None = None
    in_area_to_avoid: bool = False
    funding: FundingAuthorisation | None = None
    emergency: bool = False
    verbal_authority: VerbalAuthority | None = None
    officer_roles: KnownRoles = None
    chosen_by_word: bool = False
    impact_acceptable: bool = True
    approval_needed: ApprovalNeeded | None = None
    to_parents: bool = False
    accommodated: bool = False
    of_key_stage_4: bool = False
    key_stage_4: KeyStage4 | None = None
    left_at_risk: bool = False


def asked_of(entry: Entry) -> Mapping[str, Any]:
    """The fields of an entry, to put into a command that asks its gates."""
    return {name: getattr(entry, name) for name in Entry.model_fields}
