"""The choice as it is put to the domain: what was said, and what registers say of each home."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from application.referral.choice.words import Award, Choice, Word, heard_word, said_by
from application.referral.comparison import Comparing
from application.referral.offer_chosen import OfferChosen
from application.referral.telephone import roles_of
from application.referral.words_that_leave import WordsThatLeave
from application.shared.ports import Occasion
from application.shared.registers import Registers
from domain.referral.codes import (
    DIRECT_AWARD,
    MINI_COMPETITION,
)
from domain.referral.commands.choice import DirectAward, SelectPreferredOffer
from domain.referral.siblings import SiblingAsked
from domain.shared.admission import Home
from domain.shared.envelope import GssCode
from domain.shared.moments import london_day
from domain.shared.vocabulary import (
    ReferralId,
    SettingId,
)


@dataclass(frozen=True)
class Selections:
    """What was chosen, with all that the decision goes by."""

    registers: Registers
    comparing: Comparing
    words: WordsThatLeave

    def of(
        self, occasion: Occasion, chosen: OfferChosen, choice: Choice, successor_id: ReferralId
    ) -> SelectPreferredOffer:
        council, published = occasion.actor.authority, chosen.published
        first, *others = self._asked(chosen)
        command = SelectPreferredOffer(
            **_in_their_words(choice),
            home=first.home,
            provider_barred=self.registers.is_barred(chosen.held.provider_id),
            born_on=first.born_on,
            siblings=(first, *others) if chosen.children.are_siblings else (),
            successor_id=successor_id if chosen.left else None,
            would_tell=self.words.gives_away(chosen.referral_id, _told(choice)),
            terms=self.registers.terms_of_version(
                published.contract_id, published.contract_version
            ),
            now=occasion.now,
            by=said_by(occasion, choice.word),
            spoken=heard_word(self.registers, occasion, chosen.referral_id, choice.word),
            packet=self.comparing.packet(chosen.referral_id, council, choice.sufficiency),
            joint_roles=roles_of(
                self.registers, occasion, choice.jointly_with, _day_of(choice.word)
            ),
            lived_in=chosen.lived_in(self.registers),
            outside_area=self._outside(chosen, council),
        )
        decided = command if choice.award is None else _direct(command, choice, choice.award)
        return self.registers.looked_up(decided)

    def _asked(self, chosen: OfferChosen) -> Sequence[SiblingAsked]:
        """Each child who is sought, with the home offered for it as it will stand on its day."""
        return [
            SiblingAsked(
                number=number,
                born_on=self.registers.born_on(case_id),
                home=self._home(chosen.taken.get(number), chosen.starts_on),
            )
            for number, case_id in chosen.children.sought.items()
        ]

    def _outside(self, chosen: OfferChosen, council: GssCode) -> tuple[SettingId, ...]:
        """The homes it takes the children to that lie beyond the council's boundaries."""
        homes = {each for each in chosen.taken.values() if each is not None}
        return self.registers.outside_area(council, homes, chosen.starts_on)

    def _home(self, setting_id: SettingId | None, day: date) -> Home | None:
        return None if setting_id is None else self.registers.home(setting_id, day)


def _day_of(word: Word | None) -> date | None:
    return london_day(word.at) if word else None


def _in_their_words(choice: Choice) -> dict[str, Any]:
    """What people said of it, field by field."""
    return {
        "offer_id": choice.offer_id,
        "reasons": choice.reasons,
        "match_statement": choice.match_statement,
        "childs_views": choice.childs_views,
        "others_not_chosen": dict(choice.others_not_chosen),
        "jointly_with": choice.jointly_with,
        "planned_end": choice.planned_end,
        "sufficiency": choice.sufficiency,
        "award_route": choice.award_route or MINI_COMPETITION,
    }


def _told(choice: Choice) -> Mapping[str, str]:
    """What the providers that were not chosen will read."""
    return {f"others_not_chosen.{o}": text for o, text in choice.others_not_chosen.items()}


def _direct(command: SelectPreferredOffer, choice: Choice, award: Award) -> DirectAward:
    route = choice.award_route or DIRECT_AWARD
    return DirectAward(
        **dict(command) | {"award_route": route},
        reason=award.reason,
        compared_weekly=award.compared_weekly,
        price_check=award.price_check,
    )
