"""One referral on one day: its chronology and its own words, asked together. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from application.referral.told import last
from application.referral.view.answered import Answered, answered
from application.referral.view.asked import Asked, asked
from application.referral.view.invitations import own_invitations
from application.referral.view.sought import Sought, sought
from application.referral.view.standing import Standing, standing
from application.shared.ports import History
from domain.referral.events import ReferralEvent
from domain.referral.events.request import ReferralDrafted
from domain.shared.errors import NotFound
from domain.shared.moments import london_day
from domain.telling.chronology import ToldOf


# The first to be shown stands last: a dataclass takes its bases' fields from the end.
@dataclass(frozen=True, kw_only=True)
class ReferralView(Answered, Sought, Asked, Standing):
    """A search on one day, going by the log up to `position`. `version` is its stream's.

    `case_id` is the first of `children`.
    """


def view(
    history: History[ReferralEvent],
    day: date,
    position: int,
    sent: Sequence[ToldOf] = (),
) -> ReferralView:
    """What had happened by the end of the day; `NotFound` before there was a search."""
    told = [each for each in history.events if london_day(each.effective_at) <= day]
    drafted = last(told, ReferralDrafted)
    if drafted is None:
        raise NotFound
    owns = own_invitations(told)
    return ReferralView(
        **vars(standing(drafted.event, history, told, day, position)),
        **vars(asked(drafted.event, history.events, told)),
        **vars(sought(told, owns, sent, day)),
        **vars(answered(told, owns)),
    )
