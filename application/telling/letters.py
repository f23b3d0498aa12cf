"""What a provider is sent: that something waits, and where. Nothing of the child, nor of whose."""

from collections.abc import Mapping

from application.telling.ports import Due, Letter
from domain.telling.vocabulary import About

SUBJECTS: Mapping[About, str] = {
    About.INVITED: "You are asked for a home",
    About.WINDOW_CHANGED: "The time to answer an invitation has changed",
    About.PACK_CHANGED: "An invitation has changed",
    About.PACK_WITHDRAWN: "Something you were sent has been withdrawn",
    About.PACK_RELEASED: "There is more to read with an invitation",
    About.QUESTION_ANSWERED: "A question about an invitation has been answered",
    About.OFFER_DISCUSSED: "Something is asked about an offer",
    About.OFFER_ENTERED: "An offer was written down for you: say whether it is yours",
    About.OUTCOME: "There is news of an invitation",
}

TEXT = "{subject}.\n\nSign in to read it: {link}\n\nPlease do not reply to this message.\n"


def letter(due: Due, to: str, portal: str) -> Letter:
    """The same words for everybody; only the link differs, and it says nothing by itself."""
    subject = SUBJECTS[due.about]
    link = f"{portal.rstrip('/')}/invitations/{due.invitation_id}"
    return Letter(
        message_id=due.message_id,
        about=due.about,
        to=to,
        subject=subject,
        text=TEXT.format(subject=subject, link=link),
    )
