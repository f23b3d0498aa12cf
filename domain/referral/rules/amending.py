"""What a request may become once the brokers have it (docs/domain/02, 2.2)."""

from datetime import date
from typing import Any

from domain.referral.commands.triage import AmendRequest
from domain.referral.facts import Facts
from domain.referral.triage import RequestChange
from domain.shared.admission import require_age_within
from domain.shared.errors import MissingInformation, WrongState


def changed(facts: Facts, wanted: RequestChange) -> tuple[RequestChange, RequestChange]:
    """What was and what is to be, of those fields alone that really change."""
    held = current(facts)
    differing = {
        name: (held[name], new) for name, new in wanted if new is not None and new != held[name]
    }
    # What was no emergency is not said to have been none.
    was = {name: old for name, (old, _) in differing.items() if old is not False}
    now = {name: new for name, (_, new) in differing.items()}
    return RequestChange(**was), RequestChange(**now)


def current(facts: Facts) -> dict[str, Any]:
    """The coded parts of the request as they stand."""
    return {
        **dict(facts.request),
        "tier": facts.tier,
        "emergency": facts.emergency,
        "needed_from": facts.needed_from,
    }


def require_explained(command: AmendRequest, *, changes: bool) -> None:
    """Refuse an amendment that changes nothing, or does not say why."""
    absent = {
        "changes": not changes,
        "why": not command.why.strip(),
        **{f"sections.{name}": not text.strip() for name, text in command.sections.items()},
    }
    missing = [path for path, is_absent in absent.items() if is_absent]
    if missing:
        raise MissingInformation(missing)


def require_not_over(facts: Facts, needed_from: date | None, today: date) -> None:
    """Refuse a day that is over as the day from which a home is needed now (R-172).

    The day that was asked for may have passed meanwhile: it may be said again.
    """
    if needed_from is not None and needed_from != facts.needed_from and needed_from < today:
        raise WrongState("Nobody is brought anywhere on a day that is over: say today or later.")


def require_still_of_age(command: AmendRequest, now: RequestChange) -> None:
    """Another day may be one on which a child is too young, or too old, for the lot (R-02)."""
    if now.needed_from is not None:
        for born_on in command.born_on:
            require_age_within(command.ages, born_on, now.needed_from)
