"""Copies of documents are released to the providers who are asked, and taken back."""

from typing import ClassVar

from domain.referral.codes import Code
from domain.referral.copies import Copy, CopyId
from domain.shared.messages import Event
from domain.shared.vocabulary import Subject


class CopyReleased(Event):
    """Somebody read this very copy, and certified that it may be read by those invited."""

    stored_as: ClassVar[str] = "referral.copy_released.v1"

    copied: Copy
    certified_by: Subject


class CopyWithdrawn(Event):
    """From now on nobody outside may read it. It is kept as evidence of what was read."""

    stored_as: ClassVar[str] = "referral.copy_withdrawn.v1"

    copy_id: CopyId
    reason: Code
    by: Subject


CopyEvent = CopyReleased | CopyWithdrawn
