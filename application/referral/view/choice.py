"""The offer that is preferred, and why. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from application.referral.told import Told
from application.referral.view.text import Text
from domain.referral.codes import (
    Code,
)
from domain.referral.events.choice import (
    PreferredOfferDeselected,
    PreferredOfferSelected,
    SiblingChosen,
    Skipped,
)
from domain.referral.spoken import Spoken
from domain.referral.sufficiency import Sufficiency
from domain.shared.vocabulary import (
    OfferId,
    ProviderId,
    SettingId,
    Subject,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChoice:
    """The offer that is preferred, and why. What was let go is no longer shown as chosen."""

    offer_id: OfferId
    provider_id: ProviderId
    setting_id: SettingId | None
    starts_on: date
    reasons: Text
    match_statement: Text
    childs_views: Text
    by: Subject
    jointly_with: Subject
    award_route: Code | None
    sufficiency: Sufficiency | None
    siblings: Sequence[SiblingChosen]
    spoken: Spoken | None
    skipped: Sequence[Skipped]
    cut_short: Sequence[ProviderId]


def choice(told: Told) -> ShownChoice | None:
    chosen = [
        each.event
        for each in told
        if isinstance(each.event, PreferredOfferSelected | PreferredOfferDeselected)
    ]
    if not chosen or isinstance(chosen[-1], PreferredOfferDeselected):
        return None
    names = ShownChoice.__dataclass_fields__
    return ShownChoice(**{name: getattr(chosen[-1], name) for name in names})
