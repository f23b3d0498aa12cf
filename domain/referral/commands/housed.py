"""What is asked once a child lives somewhere that its search did not lead to."""

from datetime import date

from domain.referral.sufficiency import Sufficiency
from domain.shared.admission import Home
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.terms import ContractTerms
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import CaseId, OfferId, PlacementId, SettingId, Subject


class NoteHoused(Command):
    """Note that a child who is looked for moved in otherwise. A fact, said once of a placement."""

    case_id: CaseId
    placement_id: PlacementId
    setting_id: SettingId | None = None
    at: When


class NoteHomeless(Command):
    """Note that a child who had moved in otherwise does not live there, or never did since."""

    case_id: CaseId
    placement_id: PlacementId
    at: When


class JoinPlacement(Command):
    """Say that the home where the child lives came of an offer made here, and why.

    `home` is that of the placement on the day of the start; `verbal_authority` the word that the
    start went ahead on, if it did; `asked_on` the day on which the request came. `outside_area`
    holds the home where it was not local on that day, and `sufficiency` what was tried first.
    `left_at` is when the child left again, if it did; `living_there` whoever lives in that home
    as it is joined.
    """

    case_id: CaseId
    placement_id: PlacementId
    setting_id: SettingId
    home: Home | None
    at: When
    offer_id: OfferId
    reasons: str
    asked_on: date
    born_on: date
    terms: ContractTerms
    verbal_authority: VerbalAuthority | None = None
    outside_area: tuple[SettingId, ...] = ()
    sufficiency: Sufficiency | None = None
    left_at: When | None = None
    living_there: tuple[CaseId, ...] = ()
    by: Subject


HousedCommand = NoteHoused | NoteHomeless | JoinPlacement
