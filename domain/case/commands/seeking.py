"""What can be asked once a home is looked for."""

from domain.shared.messages import Command
from domain.shared.vocabulary import ReferralId


class NoteHomeSought(Command):
    """Say in the child's file that a request for a home was begun."""

    referral_id: ReferralId
