"""What a placement can be refused for, and what a fact about it can break."""

from domain.shared.errors import BadContent, MissingInformation, NotFound, RuleBroken


class ApprovalUnsettled(MissingInformation):
    cites = "SI 2010/959, regs. 10 and 11; docs/domain/02, 2.11"


class OutOfAreaNotApproved(RuleBroken):
    code = "OUT_OF_AREA_NOT_APPROVED"
    title = "No nominated officer has approved a home outside the area"
    cites = "SI 2010/959, reg. 11; docs/domain/02, 2.11"


class DistantNotApproved(RuleBroken):
    code = "DISTANT_NOT_APPROVED_BY_DCS"
    title = "The Director of Children's Services has not approved a home at a distance"
    cites = "SI 2010/959, reg. 11; docs/domain/02, 2.11"


class KeyStage4NotApproved(RuleBroken):
    code = "KS4_NOT_APPROVED"
    title = "No nominated officer has approved a move that disrupts key stage 4"
    cites = "SI 2010/959, reg. 10; docs/domain/02, 2.11"


class TemporaryCarersNotApproved(RuleBroken):
    """A task, and a breach where weeks that were given are refused after all.

    What runs out is a deadline, and ends in a move that is to be planned.
    """

    code = "TEMPORARY_CARERS_NOT_EXTENDED"
    title = "No nominated officer has given a connected person more weeks"
    cites = "SI 2010/959, reg. 25; docs/domain/02, 2.11"


class WithParentsNotApproved(RuleBroken):
    code = "WITH_PARENTS_NOT_APPROVED"
    title = "No nominated officer has approved that a child in care lives with its parents"
    cites = "SI 2010/959, regs. 15 to 20; docs/domain/02, 2.11"


class StatusNotWithParents(RuleBroken):
    """A breach only: the child is where it is, and its status is to be looked at."""

    code = "STATUS_NOT_WITH_PARENTS"
    title = "A child who is only accommodated by agreement is recorded as placed with its parents"
    cites = "Children Act 1989, s. 20; docs/domain/02, 2.1"


class FundingNotAuthorised(RuleBroken):
    code = "FUNDING_NOT_AUTHORISED"
    title = "No authorisation covers this price for this time"
    cites = "seed row 4-214; docs/domain/02, 2.5"


class MatrixMissing(BadContent):
    code = "MATRIX_MISSING"
    title = "This lot carries support, and there is no current matrix"
    cites = "docs/domain/02, 2.5"


class MatrixOutOfRange(BadContent):
    code = "MATRIX_OUT_OF_RANGE"
    title = "The hours are more than this lot may carry"
    cites = "docs/domain/06, 6-76"


class TariffExceeded(RuleBroken):
    code = "TARIFF_EXCEEDED"
    title = "The price is above the tendered maximum of this lot"
    cites = "docs/domain/02, 2.5; seed row 4-112"


class VariationAfterEnd(BadContent):
    code = "VARIATION_AFTER_END"
    title = "A variation cannot take effect after the agreement has ended"
    cites = "docs/domain/02, 2.5"


class AccountIncomplete(MissingInformation):
    cites = "docs/domain/06, 6-17; docs/domain/03, 3.2"


class VariationIncomplete(MissingInformation):
    cites = "docs/domain/02, 2.5"


class StartNotPrepared(MissingInformation):
    cites = "seed rows 4-116 and 4-117; docs/domain/02, 2.4"


class RatingsContradict(BadContent):
    code = "TERMS_CONTRADICT"
    title = "An outcome is rated twice at one review"
    cites = "docs/domain/10, R-220"


class NoWeek(BadContent):
    code = "TERMS_CONTRADICT"
    title = "A week is named by its Monday"
    cites = "docs/domain/10, R-222"


class ReviewIncomplete(MissingInformation):
    cites = "docs/domain/02, 2.7"


class EndIncomplete(MissingInformation):
    cites = "docs/domain/02, 2.6"


class EndNotOwned(RuleBroken):
    """A breach only: the council moved the child at risk, and no officer has owned to it."""

    code = "END_NOT_OWNED"
    title = "A placement was ended at once by nobody who may"
    cites = "docs/domain/02, 2.6; docs/domain/10, R-150"


class NoticeIncomplete(MissingInformation):
    cites = "seed row 4-232"


class VisitIncomplete(MissingInformation):
    cites = "SI 2010/959, reg. 29; docs/domain/02, 2.4"


class UnknownVisit(NotFound):
    title = "No visit was recorded by this event"


class ExclusionNotLawful(RuleBroken):
    code = "EXCLUSION_NOT_LAWFUL"
    title = "For this reason this recipient may not be left out"
    cites = "SI 2010/959, reg. 13; docs/domain/10, R-143"


class RecipientUnknown(BadContent):
    code = "RECIPIENT_UNKNOWN"
    title = "Nobody by this id is on the child's record"
    cites = "docs/domain/10, R-158"


class RecipientNotNamed(MissingInformation):
    cites = "docs/domain/10, R-158"


class ToldThoughExcluded(RuleBroken):
    """A breach and a task only: what was told is a fact."""

    code = "TOLD_THOUGH_EXCLUDED"
    title = "Somebody was told whom it was decided to leave out"
    cites = "SI 2010/959, reg. 13; docs/domain/10, R-157"


class DetailsMissing(MissingInformation):
    cites = "docs/domain/02, 2.4"


class StartNotAgreed(RuleBroken):
    """A breach only: the child moved before anybody had agreed to it."""

    code = "WRONG_STATE"
    title = "No start had been agreed"
    cites = "docs/domain/02, 2.4"


class ImpactNotAssessed(RuleBroken):
    """A breach only: agreeing a start asks for it with everything else that is missing."""

    code = "IMPACT_NOT_ASSESSED"
    title = "What the child means for those who live there was not weighed, or not acceptable"
    cites = "docs/domain/02, 2.3; docs/domain/10, R-101"


class OverCapacity(RuleBroken):
    code = "OVER_CAPACITY"
    title = "The home has more children than places"
    cites = "docs/domain/02, 2.9"


class MoveNotApproved(RuleBroken):
    """A breach only: the provider moved the child, and nobody had approved it beforehand."""

    code = "MOVE_NOT_APPROVED"
    title = "The child was moved to another home of the provider without prior written approval"
    cites = "docs/domain/02, 2.4; docs/domain/06, 6-52"


class OverlappingPlacement(RuleBroken):
    code = "OVERLAPPING_PLACEMENT"
    title = "The child has another open placement"
    cites = "docs/domain/02, 2.0"


class ReviewRequired(RuleBroken):
    code = "REVIEW_REQUIRED"
    title = "The council may not end this placement without a statutory review"
    cites = "SI 2010/959, reg. 14; docs/domain/06, 6-23"


class NoticeReasonUnmapped(RuleBroken):
    code = "NOTICE_REASON_UNMAPPED"
    title = "The contract has no notice rule for this reason"
    cites = "docs/domain/02, 2.6"


class NoticeTooShort(RuleBroken):
    code = "NOTICE_TOO_SHORT"
    title = "The notice is shorter than the contract asks for"
    cites = "docs/domain/06, 6-22"


class NoticeEndNotPossible(BadContent):
    code = "NOTICE_END_NOT_POSSIBLE"
    title = "A notice cannot run out on this day"
    cites = "docs/domain/02, 2.6; docs/domain/06, 6-16"


class NotOnLot(RuleBroken):
    code = "NOT_ON_LOT"
    title = "The home's provider is not an active member of this lot"
    cites = "docs/domain/10, R-61; seed row 4-094"
