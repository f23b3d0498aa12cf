"""What a contract can refuse: a version that does not follow from the last."""

from domain.shared.errors import BadContent, WrongState


class VersionOutOfOrder(WrongState):
    title = "Versions are published in order, without a gap"


class VersionBackdated(BadContent):
    code = "EFFECTIVE_BEFORE_STREAM"
    title = "A version cannot be in force before the one that it follows"
    cites = "docs/domain/02, 2.0"


class TermsContradict(BadContent):
    code = "TERMS_CONTRADICT"
    title = "The terms say two things of one"
    cites = "docs/domain/00, 0.4"


class OfAnotherContract(BadContent):
    code = "TERMS_CONTRADICT"
    title = "These are the terms of another contract"
    cites = "docs/domain/00, 0.4"
