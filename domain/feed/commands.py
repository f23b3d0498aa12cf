"""What can be asked of a feed."""

from datetime import date

from domain.shared.messages import Command
from domain.shared.vocabulary import Subject
from domain.shared.warnings import RoleName


class OpenFeed(Command):
    """A new address for somebody's own deadlines, in the role and teams they sign in with."""

    who: Subject
    role: RoleName
    teams: frozenset[str]
    until: date


class WithdrawFeed(Command):
    by: Subject


FeedCommand = OpenFeed | WithdrawFeed
