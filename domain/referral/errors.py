"""What a referral can be refused under, besides what every capability shares."""

from domain.shared.errors import BadContent, RuleBroken


class AlreadySought(RuleBroken):
    """`open_referrals` names the requests that there are."""

    code = "POSSIBLE_DUPLICATE"
    title = "A home is being looked for already"
    cites = "docs/domain/10, R-54"


class MatrixMissing(RuleBroken):
    code = "MATRIX_MISSING"
    title = "Support cannot be asked for without a current needs matrix"
    cites = "docs/domain/02, 2.2"


class MatrixOutOfRange(RuleBroken):
    code = "MATRIX_OUT_OF_RANGE"
    title = "The hours are outside what this lot may carry"
    cites = "docs/domain/02, 2.5; docs/domain/10, R-12"


class TariffExceeded(RuleBroken):
    code = "TARIFF_EXCEEDED"
    title = "The price is above the tendered maximum of this lot"
    cites = "docs/domain/02, 2.3; seed row 4-112"


class PriceContradicts(BadContent):
    code = "PRICE_CONTRADICTS"
    title = "A line of the price is not its hours at the rate named"
    cites = "docs/domain/07, 7.2"


class EssentialNotMet(RuleBroken):
    code = "ESSENTIAL_NOT_MET"
    title = "The offer fails what is essential, or was judged not suitable"
    cites = "docs/domain/07, 7.3"


class DeadlinePassed(RuleBroken):
    code = "DEADLINE_PASSED"
    title = "The time to answer is over"
    cites = "docs/domain/02, 2.3; docs/domain/10, R-09"


class InHouseNotExhausted(RuleBroken):
    code = "IN_HOUSE_NOT_EXHAUSTED"
    title = "The council's own homes and carers are to be considered first"
    cites = "docs/domain/02, 2.2; seed row 2-039"


class OwnHomeNotConsidered(RuleBroken):
    """`homes` names those of which nothing was said, or that they are full, and they are not."""

    code = "OWN_HOME_NOT_CONSIDERED"
    title = "A home of the council's own would take the child"
    cites = "docs/domain/02, 2.2; seed row 2-039"


class NotLocalUnexplained(RuleBroken):
    """`homes` names those that lie outside the area."""

    code = "NOT_LOCAL_UNEXPLAINED"
    title = "A home outside the area is chosen on evidence of what was tried within it"
    cites = "Children Act 1989, s. 22C(9); seed row 2-088"


class NotInHouse(RuleBroken):
    code = "NOT_IN_HOUSE"
    title = "This home is not the council's own"
    cites = "docs/domain/02, 2.2; seed row 2-039"


class RedactionNotConfirmed(RuleBroken):
    code = "REDACTION_NOT_CONFIRMED"
    title = "The pack is not certified free of identifiers"
    cites = "docs/domain/05, 5.4; seed row 4-110"


class ConfidentialityNotAccepted(RuleBroken):
    code = "CONFIDENTIALITY_NOT_ACCEPTED"
    title = "The provider has not accepted the confidentiality terms of this search"
    cites = "docs/domain/02, 2.3; docs/domain/10, R-100"


class NotOnLot(RuleBroken):
    code = "NOT_ON_LOT"
    title = "A provider is not an active member of this lot"
    cites = "docs/domain/02, 2.3; seed row 4-094"


class SiblingsMismatch(BadContent):
    code = "SIBLINGS_MISMATCH"
    title = "The children named are not those of this sibling group, each once"
    cites = "docs/domain/02, 2.2; docs/domain/10, R-56"


class SiblingSplitNotApproved(RuleBroken):
    code = "SIBLING_SPLIT_NOT_APPROVED"
    title = "Brothers and sisters are not parted without a reason approved for each"
    cites = "Children Act 1989, s. 22C(8)(c); docs/domain/06, 6-67; docs/domain/10, R-57"


class ChildNamedInSharedRecord(BadContent):
    code = "CHILD_NAMED_IN_SHARED_RECORD"
    title = "A record of several children names a child only by number"
    cites = "docs/domain/10, R-56"


class EnteredOfferNotMade(RuleBroken):
    """A breach and a task only: the offer was chosen before its provider denied it."""

    code = "ENTERED_OFFER_DENIED"
    title = "The provider denies the offer that was written down for it"
    cites = "docs/domain/02, 2.3; docs/domain/10, R-176"


class SpokenApprovalNotOwned(RuleBroken):
    """A breach once it was acted on; refuses what would still go ahead on it, named in `acts`."""

    code = "SPOKEN_APPROVAL_DENIED"
    title = "The officer named denies the word on which this was done"
    cites = "docs/domain/02, 2.2; docs/domain/10, R-104 and R-173"


class FundingNotAuthorised(RuleBroken):
    code = "FUNDING_NOT_AUTHORISED"
    title = "No authorisation covers this placement"
    cites = "docs/domain/02, 2.2; seed row 4-118"
