"""One offer of all is preferred."""

from collections.abc import Sequence

from domain.referral.commands.choice import (
    ChoiceCommand,
    DeselectPreferred,
    DirectAward,
    RecordNoViableOffer,
    SelectPreferredOffer,
)
from domain.referral.commands.siblings import ApproveSiblingSplit
from domain.referral.decisions.at_once import (
    closed_early,
    still_in_time,
)
from domain.referral.decisions.award import made_directly, none_viable
from domain.referral.decisions.selecting import select
from domain.referral.decisions.siblings import approve_split, housed
from domain.referral.events.answers import AnswerEvent
from domain.referral.events.award import AwardEvent
from domain.referral.events.choice import ChoiceEvent, PreferredOfferDeselected
from domain.referral.events.offers import OfferEvent
from domain.referral.events.siblings import SearchNarrowed, SiblingEvent
from domain.referral.rules.spoken import require_may_be_spoken
from domain.referral.spoken import SpokenAct, kept
from domain.referral.stages import (
    Authorised,
    AwaitingFunding,
    BeforeMarket,
    Chosen,
    Evaluating,
    Preferred,
    Published,
    Referral,
)
from domain.shared.errors import WrongState


def decide(
    referral: Referral, command: ChoiceCommand
) -> Sequence[ChoiceEvent | AwardEvent | OfferEvent | SiblingEvent | AnswerEvent]:
    match referral, command:
        case BeforeMarket(facts) | Published(facts) | Evaluating(facts), ApproveSiblingSplit():
            return approve_split(facts, command)
        case Evaluating(facts), DirectAward():
            return [made_directly(facts, command), *select(facts, command)]
        case Evaluating(facts), SelectPreferredOffer():
            return select(facts, command)
        case Published(), DirectAward():
            raise WrongState.of(referral, command)
        case Published(facts), SelectPreferredOffer() if facts.emergency:
            in_time = still_in_time(facts, command.now)
            return [*closed_early(facts, command.now), *select(facts, command, in_time)]
        case Evaluating(facts), RecordNoViableOffer():
            return [none_viable(facts, command)]
        case Preferred() | AwaitingFunding() | Authorised(), DeselectPreferred():
            return deselect(referral, command)
        case Preferred() | AwaitingFunding() | Authorised(), SelectPreferredOffer():
            raise WrongState("Another offer is preferred: let it go first, then choose this one.")
        case _:
            raise WrongState.of(referral, command)


def deselect(
    preferred: Chosen, command: DeselectPreferred
) -> Sequence[ChoiceEvent | SearchNarrowed]:
    require_may_be_spoken(preferred.facts, SpokenAct.DESELECTION, command.by, command.spoken)
    deselected = PreferredOfferDeselected(
        offer_id=preferred.offer_id,
        reason=command.reason,
        by=command.by,
        spoken=kept(command.spoken),
    )
    return [deselected, *housed(preferred.facts.children)]
