"""An officer confirms or denies the word written down as theirs; what is denied is given anew."""

from collections.abc import Sequence
from functools import partial

from domain.referral.commands.spoken import ConfirmSpoken, DenySpoken, GiveAnew, SpokenCommand
from domain.referral.events.spoken import (
    SpokenApprovalConfirmed,
    SpokenApprovalDenied,
    SpokenApprovalGivenAnew,
    SpokenEvent,
)
from domain.referral.facts import Facts
from domain.referral.rules.spoken import (
    require_never_denied,
    require_own_word,
    require_role_of,
)
from domain.referral.rules.words_that_stand import require_asked_for_anew
from domain.referral.stages import BeforeMarket, Evaluating, Published, Referral, Stage
from domain.shared.breaches import broken
from domain.shared.errors import WrongState
from domain.shared.said import require_said


def decide(referral: Referral, command: SpokenCommand) -> Sequence[SpokenEvent]:
    """Answered at every stage, over or not; given anew while something waits for it."""
    match referral, command:
        case Stage(facts), ConfirmSpoken():
            return confirm(facts, command)
        case Stage(facts), DenySpoken():
            return deny(facts, command)
        case BeforeMarket(facts) | Published(facts) | Evaluating(facts), GiveAnew():
            return give_anew(facts, command)
        case _:
            raise WrongState.of(referral, command)


def confirm(facts: Facts, command: ConfirmSpoken) -> Sequence[SpokenEvent]:
    word = require_own_word(facts.approvals, command.number, command.by)
    require_role_of(word.act, command.role)
    return [SpokenApprovalConfirmed(number=word.number, act=word.act, by=command.by)]


def deny(facts: Facts, command: DenySpoken) -> Sequence[SpokenEvent]:
    """A fact: whoever is named may say at any time that they never said so, in whatever role."""
    word = require_own_word(facts.approvals, command.number, command.by)
    require_said(text=command.text)
    denied = SpokenApprovalDenied(
        number=word.number,
        act=word.act,
        text=command.text,
        by=command.by,
        breaches=broken([partial(require_never_denied, word.act)]),
    )
    return [denied]


def give_anew(facts: Facts, command: GiveAnew) -> Sequence[SpokenEvent]:
    """In person, in the role that gives it by day: it stands from now on (R-173)."""
    word = require_asked_for_anew(facts, command)
    return [SpokenApprovalGivenAnew(number=word.number, act=word.act, by=command.by)]
