"""What a block can be refused for."""

from domain.shared.errors import BadContent, MissingInformation, RuleBroken


class AwardIncomplete(MissingInformation):
    cites = "docs/domain/02, 2.10; docs/domain/05, 5.2"


class NoBedFree(RuleBroken):
    code = "OVER_CAPACITY"
    title = "The block has no free bed there on every one of these nights"
    cites = "docs/domain/02, 2.10"


class MoreBedsThanPlaces(RuleBroken):
    code = "OVER_CAPACITY"
    title = "More beds are bought in this home than it has places"
    cites = "seed row 0-003; docs/domain/02, 2.9"


class HomeNotOfBlock(RuleBroken):
    code = "HOME_NOT_OF_BLOCK"
    title = "The home is not one of this block, or its provider does not run it"
    cites = "docs/domain/02, 2.10; docs/domain/10, R-10"


class PeriodContradicts(BadContent):
    code = "TERMS_CONTRADICT"
    title = "The block is to end before it begins, or names a home or a council twice"
    cites = "docs/domain/02, 2.10"
