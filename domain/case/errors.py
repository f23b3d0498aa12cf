"""The rules that a case can be refused under."""

from collections.abc import Sequence

from domain.shared.errors import BadContent, MissingInformation, NotFound, RuleBroken
from domain.shared.vocabulary import CaseId


class PossibleDuplicate(RuleBroken):
    """`possible_duplicates` names the cases that may be the same child's."""

    code = "POSSIBLE_DUPLICATE"
    title = "This child may already have a case"
    cites = "docs/domain/02, 2.1"

    def __init__(self, cases: Sequence[CaseId]) -> None:
        super().__init__(
            "Say why this is another child, or use the case that there is.",
            possible_duplicates=[str(case) for case in cases],
        )
        self.case_ids = tuple(cases)


class MatrixOutOfRange(RuleBroken):
    code = "MATRIX_OUT_OF_RANGE"
    title = "The matrix gives more than 25 hours a week without an approved exception"
    cites = "docs/domain/06, 6-76"


class OrderSurvivesCustody(RuleBroken):
    """Recorded as a breach of a ceasing; a fact is never refused for it."""

    code = "LEGAL_STATUS_NOT_ELIGIBLE"
    title = "A child under a care order stays looked after in custody"
    cites = "docs/domain/10, R-21"


class CeasingUnsettled(MissingInformation):
    cites = "SI 2010/959, reg. 39; docs/domain/02, 2.11"


class CeasingNotApproved(RuleBroken):
    """A breach, and the code of the task; a fact is never refused for it."""

    code = "CEASING_NOT_APPROVED"
    title = "Nobody who may has approved that the council stops looking after this child"
    cites = "SI 2010/959, reg. 39; docs/domain/02, 2.11"


class ReviewBeforeCeasing(RuleBroken):
    code = "REVIEW_REQUIRED"
    title = "A child who is not to return to a parent is reviewed before the council stops"
    cites = "SI 2010/959, regs. 33 and 39; docs/domain/02, 2.1"


class UnknownReview(NotFound):
    title = "No statutory review with this id was scheduled"


class UnknownReviewAction(NotFound):
    title = "This review has no such action that is still to be done"


class UnknownDispute(NotFound):
    title = "No dispute with this id was raised"


class ActionsContradict(BadContent):
    code = "TERMS_CONTRADICT"
    title = "A review names one action twice"
    cites = "docs/domain/10, R-215"


class AdjournedTooLong(RuleBroken):
    code = "REVIEW_ADJOURNED_TOO_LONG"
    title = "A review is completed within twenty working days of when it was due"
    cites = "docs/domain/02, 2.7; docs/domain/10, R-215"


class UnknownLegalFact(NotFound):
    title = "No legal status was recorded by this event"
