"""What was amended after submission, field by field. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from application.referral.told import Told
from application.referral.view.text import Text
from domain.referral.events import ReferralEvent
from domain.referral.events.triage import RequestAmended, SectionAmended
from domain.shared.envelope import Recorded
from domain.shared.moments import When
from domain.shared.vocabulary import (
    Subject,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAmendment:
    """One field that changed after submission; none in `was` where nothing had been said."""

    field: str
    was: Text | None
    now: Text | None
    why: Text
    by: Subject
    at: When


def amendments(told: Told) -> Sequence[ShownAmendment]:
    """Every field that was amended since submission: what it was, what it became, who and why."""
    return [shown for each in told for shown in _amended(each)]


def _amended(recorded: Recorded[ReferralEvent]) -> Iterator[ShownAmendment]:
    match recorded.event:
        case SectionAmended(section=section, was=was, now=now, why=why, by=by):
            field, at = f"sections.{section.value}", recorded.effective_at
            yield ShownAmendment(field=field, was=was, now=now, why=why, by=by, at=at)
        case RequestAmended(was=was_all, now=now_all, why=why, by=by):
            old = was_all.model_dump(mode="json")
            new = now_all.model_dump(mode="json", exclude_none=True)
            for name in new:
                yield ShownAmendment(
                    field=f"request.{name}",
                    was=_said(old[name]),
                    now=_said(new[name]),
                    why=why,
                    by=by,
                    at=recorded.effective_at,
                )
        case _:
            return


def _said(value: object) -> str | None:
    return None if value is None else str(value).lower()
