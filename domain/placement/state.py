"""What a placement must remember in order to decide, and nothing more."""

from dataclasses import dataclass, field
from datetime import date, datetime

from domain.placement.absences import AbsenceTurn
from domain.placement.agreement import Agreement
from domain.placement.approving import Approvals
from domain.placement.arrangement import Arrangement, FundingAuthorisation
from domain.placement.carers import Carers
from domain.placement.endings import EndSaid
from domain.placement.new_home import AllowedMove, Moved
from domain.placement.notice_answers import NoticeAnswer
from domain.placement.notices import Notice, running
from domain.placement.notifying import LeftOut
from domain.placement.schooling import KeyStage4
from domain.placement.varying import Variation
from domain.placement.versions import Versions
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import Pence, PlacementId, Subject


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The newest plan for living there, and whether the appropriate person signed it."""

    version: int
    prepared_on: date | datetime
    signed: bool = False


@dataclass(frozen=True, kw_only=True)
class Particulars:
    """What is known of a placement in every state. `begins_on` is the start as now known.

    `versions` are those of the agreement in force, which holds from `agreement_since`, or from
    the start; there are none while there is no agreement in force.
    """

    arrangement: Arrangement
    begins_on: date
    agreement: Agreement | None = None
    agreement_version: int = 1
    agreement_since: date | None = None
    versions: Versions = ()
    variations: tuple[Variation, ...] = ()
    met_provider: bool = False
    visited: bool = False
    risk_review_owed: bool = False
    move_plan_owed: bool = False
    proposed_by: Subject | None = None
    carers: Carers | None = None
    approvals: Approvals = field(default_factory=Approvals)
    plan: Plan | None = None
    left_out: tuple[LeftOut, ...] = ()
    notice_answers: tuple[NoticeAnswer, ...] = ()
    allowed_move: AllowedMove | None = None
    moves: tuple[Moved, ...] = ()
    absences: tuple[AbsenceTurn, ...] = ()

    @property
    def weekly(self) -> Pence:
        """The price agreed, or nothing while there is no agreement."""
        return self.agreement.terms.weekly if self.agreement else Pence(0)


@dataclass(frozen=True)
class NotProposed:
    """Nothing has happened yet."""


@dataclass(frozen=True)
class Known:
    """Any placement that has been put forward or has happened."""

    particulars: Particulars


@dataclass(frozen=True)
class ToCome(Known):
    """Any placement that has not begun and may."""


@dataclass(frozen=True)
class Proposed(ToCome):
    """Put forward: introductions and the agreement are under way."""


@dataclass(frozen=True)
class AwaitingStart(ToCome):
    """The start has been agreed; the child has not moved in."""

    starts_at: date | datetime
    funding: FundingAuthorisation | None
    verbal_authority: VerbalAuthority | None
    key_stage_4: KeyStage4 | None = None


@dataclass(frozen=True)
class NotStarted(Known):
    """Called off before it began."""


@dataclass(frozen=True)
class Begun(Known):
    """Any placement that a child has moved into."""

    started_at: date | datetime


@dataclass(frozen=True)
class Current(Begun):
    """Any placement that a child lives in, and every notice that was given of it."""

    notices: tuple[Notice, ...] = ()

    def notice(self, number: int) -> Notice | None:
        """The notice of a number, if it runs."""
        return next((each for each in running(self.notices) if each.number == number), None)


@dataclass(frozen=True)
class Active(Current):
    """The child lives here."""


@dataclass(frozen=True)
class UnderNotice(Current):
    """The child lives here, and notice runs."""


@dataclass(frozen=True)
class Ended(Begun):
    """The child has left; `to_be_owned` while no officer owns to an end at immediate risk.

    Every notice is remembered: should there have been no such end, it runs on.
    """

    end: EndSaid
    to_be_owned: bool = False
    notices: tuple[Notice, ...] = ()

    @property
    def ended_at(self) -> date | datetime:
        return self.end.at


@dataclass(frozen=True)
class Voided(Known):
    """It was recorded for the wrong child; `recorded_anew` is where it is for the right one."""

    was: date | datetime
    recorded_anew: PlacementId | None = None


Placement = NotProposed | Known
