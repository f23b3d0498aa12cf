"""What came of the search: offers, the choice among them, money, and the end. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from application.referral.told import Told
from application.referral.view.choice import ShownChoice, choice
from application.referral.view.ending import (
    ShownEnd,
    ShownHoused,
    ShownStay,
    end,
    housed_otherwise,
    stays_joined,
)
from application.referral.view.invitations import Owns
from application.referral.view.money import ShownFunding, funding
from application.referral.view.offers import ShownOfferOf, offers


@dataclass(frozen=True, kw_only=True)
class Answered:
    """What was offered, which was preferred, who pays, and how it ended."""

    offers: Sequence[ShownOfferOf]
    choice: ShownChoice | None
    funding: ShownFunding | None
    housed_otherwise: Sequence[ShownHoused]
    stays_joined: Sequence[ShownStay]
    end: ShownEnd | None


def answered(told: Told, owns: Owns) -> Answered:
    return Answered(
        offers=offers(told, owns),
        choice=choice(told),
        funding=funding(told),
        housed_otherwise=housed_otherwise(told),
        stays_joined=stays_joined(told),
        end=end(told),
    )
