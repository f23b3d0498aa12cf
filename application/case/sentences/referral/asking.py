"""What was asked for, told: the request, its questions, the council's own homes."""

from application.case.sentences.wording import Sentences, in_words, tell
from domain.referral.events import in_house, pausing, request, search, triage

ASKING: Sentences = {
    request.ReferralDrafted: lambda event: tell(
        "A referral was begun{together}: {e.scope}, {e.tier}, needed from {e.needed_from}; "
        "reason: {e.reason_code:code}.",
        e=event,
        together=f" for {1 + len(event.siblings)} siblings together" if event.siblings else "",
    ),
    request.SectionsWritten: lambda event: f"The referral was written on: {_written(event)}.",
    request.ReferralSubmitted: lambda event: tell(
        "The child was referred, with the approval of {e.team_manager_approval}{spoken}.",
        e=event,
        spoken=tell(" by telephone on {at}", at=event.spoken.at) if event.spoken else "",
    ),
    triage.ReferralReturned: lambda event: tell(
        "The brokers sent the referral back to be written further: {why}.",
        why=in_words(tuple(each.reason for each in event.reasons)),
    ),
    triage.QuestionAsked: "The brokers asked the referrer a question.",
    triage.QuestionAnswered: "A question of the brokers was answered by {e.by}.",
    triage.RequestAmended: lambda event: (
        f"The request was amended by {event.by}{_called(event)}: {_amended(event)}."
    ),
    triage.SectionAmended: "The section on {e.section} was written anew by {e.by}.",
    request.ReferralAccepted: "The brokers took the referral on, in lot {e.lot}.",
    search.InHouseSearchStarted: "The search among the council's own homes and carers began.",
    search.InHouseSearchExhausted: lambda event: tell(
        "Nothing in house will do; {n} considered.", n=len(event.considered)
    ),
    search.ExternalSearchApproved: (
        "The external search was approved, at about {e.indicative_weekly:money} a week."
    ),
    in_house.InHouseMatchFound: "A home was found in house, from {e.starts_on}.",
    in_house.InHouseMatchReleased: "The home found in house is not pursued: {e.reason}.",
    in_house.InHouseBypassApproved: (
        "{e.by} let the search go past the council's own homes and carers: {e.reason}."
    ),
    pausing.ReferralPaused: "The search was paused until {e.resume_on}: {e.reason:code}.",
    pausing.ReferralResumed: lambda event: tell(
        "The search goes on{by}.", by=f", by {event.by}" if event.by else ": its day had come"
    ),
}


SEALED = frozenset({"apart_because"})
"""What is sealed is named and not told."""


def _amended(event: triage.RequestAmended) -> str:
    """Field by field: what it was, and what it is now."""
    return "; ".join(
        name.replace("_", " ") + ("" if name in SEALED else _change(getattr(event.was, name), now))
        for name, now in event.now
        if now is not None
    )


def _called(event: triage.RequestAmended) -> str:
    """Which manager said on the telephone that it is an emergency, and when."""
    said = event.spoken
    if said is None:
        return ""
    return tell(" on the word of {e.called_by} by telephone on {at}", e=event, at=said.at)


def _change(was: object, now: object) -> str:
    return f" {in_words(was)} became {in_words(now)}"


def _written(event: request.SectionsWritten) -> str:
    return in_words(tuple(section.name for section in event.sections))
