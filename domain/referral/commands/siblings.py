"""What is asked about brothers and sisters beyond what is asked about a child."""

from domain.referral.events.siblings import Parted
from domain.shared.messages import Command
from domain.shared.vocabulary import Subject


class ApproveSiblingSplit(Command):
    """Let these children live apart from the others, each for its reason.

    `identifiers_found` names the fields in which one of the children is named.
    """

    parted: tuple[Parted, ...]
    identifiers_found: tuple[str, ...] = ()
    by: Subject
