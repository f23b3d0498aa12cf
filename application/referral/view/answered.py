"""What came of the search: offers, the choice among them, money, and the end. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from application.referral.told import Told
from application.referral.view.choice import ShownChoice, choice
from application.referral.view.ending import ShownEnd, ShownHoused, end, housed_otherwise
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
    end: ShownEnd | None


def answered(told: Told, owns: Owns) -> Answered:
    return Answered(
        offers=offers(told, owns),
        choice=choice(told),
        funding=funding(told),
        housed_otherwise=housed_otherwise(told),
        end=end(told),
    )
