"""What is said afterwards of a word that was written down as an officer's."""

from typing import ClassVar

from domain.referral.spoken import SpokenAct
from domain.shared.breaches import Breach
from domain.shared.messages import Event
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Subject


class SpokenApprovalConfirmed(Event):
    """The officer says: that was my word. `number` is that of the word in its search."""

    stored_as: ClassVar[str] = "referral.spoken_approval_confirmed.v1"

    number: int
    act: SpokenAct
    by: Subject


class SpokenApprovalDenied(Event):
    """The officer says: that was not my word. What was done on it stays done, and is a breach."""

    stored_as: ClassVar[str] = "referral.spoken_approval_denied.v1"

    number: int
    act: SpokenAct
    text: Sealed[str]
    by: Subject
    breaches: tuple[Breach, ...]


class SpokenApprovalGivenAnew(Event):
    """An officer who is there gave what was denied: the search goes on by this approval."""

    stored_as: ClassVar[str] = "referral.spoken_approval_given_anew.v1"

    number: int
    act: SpokenAct
    by: Subject


SpokenEvent = SpokenApprovalConfirmed | SpokenApprovalDenied | SpokenApprovalGivenAnew
