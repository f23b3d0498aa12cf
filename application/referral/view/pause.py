"""The search is held for a while. Pure."""

from dataclasses import dataclass
from datetime import date

from application.referral.told import Told
from application.referral.view.text import Text
from domain.referral.chronology import pauses
from domain.referral.codes import (
    Code,
)
from domain.shared.moments import When
from domain.shared.vocabulary import (
    Subject,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPause:
    """The search is held, and goes on by itself on `resume_on`."""

    reason: Code
    text: Text | None
    since: When
    resume_on: date
    by: Subject


def pause(told: Told) -> ShownPause | None:
    """The pause that has not ended, by what had happened by then."""
    held = pauses(told)
    if not held or held[-1].until is not None:
        return None
    last_one = held[-1]
    return ShownPause(
        reason=last_one.reason,
        text=last_one.text,
        since=last_one.since,
        resume_on=last_one.resume_on,
        by=last_one.by,
    )
