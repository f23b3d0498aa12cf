"""What concerns obey, one function for each rule.

Source: docs/domain/02, 2.12; docs/domain/05, 5.4; seed 004, 3.4.6, 3.9 and 3.12.1; R-227 to R-229,
R-237.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial

from domain.concern.commands import (
    BeginInvestigation,
    CloseConcern,
    ConcernCommand,
    RaiseConcern,
    RecordFinding,
    ShareConcern,
    TriageConcern,
)
from domain.concern.errors import (
    AlertNotSameDay,
    ConcernIncomplete,
    NamedInSharedText,
    SafeguardingNotReferred,
)
from domain.concern.state import Action, Concluded, Facts, Live
from domain.concern.vocabulary import ActionId, ConcernKind, Party
from domain.shared.breaches import Gate
from domain.shared.errors import ConflictOfInterest, EffectiveBeforeStream, NotFound, WrongState
from domain.shared.moments import When, before, begins, is_instant, london_day
from domain.shared.two_people import is_same_person
from domain.shared.vocabulary import ProviderId, Subject

ABOUT_A_PROVIDER = frozenset({ConcernKind.PROVIDER_COMPLAINT, ConcernKind.SERVICE_FAILURE})


def require_told(command: RaiseConcern) -> None:
    """Refuse what says nothing, or of nobody; everything missing is named at once."""
    somebody = command.case_id or command.setting_id or command.about_provider
    _require(
        {
            "account": bool(command.account.strip()),
            "categories": bool(command.categories),
            "about": somebody is not None,
            "provider_id": bool(command.about_provider) or command.kind not in ABOUT_A_PROVIDER,
            "aware_at": command.aware_at is not None or command.raised_by is None,
        }
    )


def require_in_order(command: RaiseConcern) -> None:
    """Refuse to have known before it happened, or told before it was known."""
    line = [each for each in (command.happened_at, command.aware_at, command.told_at) if each]
    days = [london_day(each) for each in line]
    instants = [begins(each) for each in line if is_instant(each)]
    if days != sorted(days) or instants != sorted(instants):
        raise EffectiveBeforeStream("It happened, was known and was told in this order.")


def gates(command: RaiseConcern) -> Iterator[Gate]:
    """What a word that came late breaks; it is recorded all the same.

    How soon "immediately" is, of a service failure, is a limit that is dated: C-SVCFAIL judges it.
    """
    if command.kind is ConcernKind.SAFEGUARDING_ALERT:
        yield partial(require_same_day, command)


def require_same_day(command: RaiseConcern) -> None:
    """The same London day as the provider knew, however late that was (R9, 6-14)."""
    if command.aware_at and london_day(command.aware_at) < london_day(command.told_at):
        raise AlertNotSameDay(f"The council was told {_later(command)} the provider knew.")


def _later(command: RaiseConcern) -> str:
    minutes = minutes_to_tell(command.aware_at, command.told_at)
    return "on a later day than" if minutes is None else f"{minutes} minutes after"


def minutes_to_tell(aware_at: When | None, told_at: When) -> int | None:
    """The elapsed minutes, which are fairer than the day (R9); none where only days are known."""
    if isinstance(aware_at, datetime) and isinstance(told_at, datetime):
        return int((told_at - aware_at).total_seconds() // 60)
    return None


def require_reasoned(facts: Facts, command: TriageConcern) -> None:
    """Refuse to leave an alert or a death unreferred, or anything uninvestigated, without why."""
    grave = facts.raised.kind is ConcernKind.SAFEGUARDING_ALERT or facts.raised.death
    needs = (grave and not command.refer) or not command.investigate
    _require({"reason": command.reason is not None or not needs})


def require_referred(facts: Facts) -> None:
    """Those who safeguard hear of it before anybody here asks questions."""
    if facts.must_be_referred and not facts.referred:
        raise SafeguardingNotReferred


def require_since_told(facts: Facts, when: When) -> None:
    """Refuse to have looked into it before anybody told; a referral may be older (R-237)."""
    if before(when, facts.raised.told_at):
        raise EffectiveBeforeStream(f"We were told on {london_day(facts.raised.told_at)}.")


def is_about(facts: Facts, who: Subject) -> bool:
    """Whether an allegation is against somebody, by the name that they sign in with."""
    named = [facts.raised.subject, facts.triage.subject if facts.triage else None]
    return any(isinstance(each, str) and is_same_person(Subject(each), who) for each in named)


def require_not_about(facts: Facts, command: ConcernCommand) -> None:
    """Whom it is against handles nothing of it, nor is asked to look into it (R-249)."""
    hands: tuple[Subject, ...]
    match command:
        case TriageConcern(lead=other, by=by) | BeginInvestigation(investigator=other, by=by):
            hands = (by, other)
        case RecordFinding(by=by) | CloseConcern(by=by) | ShareConcern(by=by):
            hands = (by,)
        case _:
            return
    named = Subject(command.subject or "") if isinstance(command, TriageConcern) else None
    if any(is_about(facts, each) or is_same_person(each, named) for each in hands):
        raise ConflictOfInterest("Somebody whom it is not against must do this.")


def require_no_investigation(facts: Facts) -> None:
    if facts.triage is None or facts.triage.investigate:
        raise WrongState("It is to be investigated first.")


def require_nobody_named(command: ShareConcern) -> None:
    """Refuse words in which whom it is against, or a child, was found (5.4)."""
    if command.names:
        raise NamedInSharedText
    wants = command.party is Party.PROVIDER
    _require({"provider_id": (command.provider_id is not None) == wants})


def require_told_of_it(facts: Facts, provider_id: ProviderId) -> None:
    if provider_id not in facts.told:
        raise NotFound


def find_open(actions: Mapping[ActionId, Action], key: ActionId) -> Action:
    if key not in actions or actions[key].done_on is not None:
        raise NotFound("There is no such action to be done.")
    return actions[key]


def require_finished(concern: Live, command: CloseConcern) -> None:
    """Refuse to close without outcome and learning, or with anything left to do; all is named."""
    facts = concern.facts
    _require(
        {
            "outcome": isinstance(concern, Concluded),
            "learning": bool(command.learning) and bool(command.text.strip()),
            "actions": not facts.open_actions(),
            "safeguarding_referral": facts.referred or not facts.must_be_referred,
            "national_panel": facts.panel_notified or not facts.is_serious,
        }
    )


def _require(there: Mapping[str, bool]) -> None:
    if missing := [name for name, is_there in there.items() if not is_there]:
        raise ConcernIncomplete(missing)
