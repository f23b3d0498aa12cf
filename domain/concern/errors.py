"""What a step of a concern can be refused for, and what a late word breaks."""

from domain.shared.errors import BadContent, MissingInformation, RuleBroken


class ConcernIncomplete(MissingInformation):
    cites = "docs/domain/02, 2.12"


class NamedInSharedText(BadContent):
    """Whom an allegation is against, or a child, stands in what others are to read."""

    code = "NAMED_IN_SHARED_TEXT"
    title = "Somebody is named in what others are to read"
    cites = "docs/domain/02, 2.12, and 05, 5.4"


class SafeguardingNotReferred(RuleBroken):
    """An investigation of our own would come before those who safeguard have heard of it."""

    code = "SAFEGUARDING_NOT_REFERRED"
    title = "The safeguarding referral has not been made"
    cites = "docs/domain/02, 2.12"


class AlertNotSameDay(RuleBroken):
    code = "ALERT_NOT_SAME_DAY"
    title = "The council was not told on the day on which the provider knew"
    cites = "seed 004, 3.4.6"
