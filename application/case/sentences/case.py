"""What happens to a child's record, told."""

from application.case.sentences.wording import Sentences, in_words
from domain.case import events as e
from domain.case.identity import IdentityChange

CASE: Sentences = {
    e.CaseOpened: "The case was opened.",
    e.IdentityAmended: lambda event: f"Put right or added to: {_named(event.change)}.",
    e.UnaccompaniedRecorded: "The child is unaccompanied and seeks asylum; until: {e.until}.",
    e.Allocated: "{e.who} became the child's {e.kind}.",
    e.IROAssigned: "{e.iro} became the child's independent reviewing officer.",
    e.AllocationEnded: "From here on nobody is the child's {e.kind}.",
    e.BecameLookedAfter: (
        "The child became looked after at {e.age_in_years}: {e.legal_status}, "
        "because of {e.category_of_need}."
    ),
    e.LegalStatusChanged: "The legal status changed to {e.legal_status}.",
    e.CeasedLookedAfter: "The child ceased to be looked after: {e.reason}.",
    e.CeasingRequested: "{e.by} asked to stop looking after the child from {e.on}: {e.reason}.",
    e.CeasingApproved: (
        "{e.by} ({e.role:code}) approved that the child ceases to be looked after: {e.reason}."
    ),
    e.CeasingRefused: (
        "{e.by} ({e.role:code}) did not approve that the child ceases to be looked after."
    ),
    e.LegalStatusCorrected: (
        "Correction: {e.was.legal_status} from {e.was.since} was wrong; it is "
        "{e.now.legal_status} from {e.now.since}. Approved by {e.approved_by}."
    ),
    e.HomeSought: "A home is looked for.",
    e.MatrixAssessed: "The needs matrix gives {e.half_hours:hours} hours of support a week.",
    e.StatutoryReviewScheduled: "A statutory review was planned for {e.on}.",
    e.StatutoryReviewHeld: "A statutory review was held; the child's part: {e.participation}.",
    e.EarlyReviewAsked: (
        "A statutory review was asked for by {e.before}, because of {e.because:code}."
    ),
    e.ReviewAdjourned: "A statutory review was begun, and goes on on {e.resumes_on}.",
    e.ReviewCancelled: "A statutory review was called off: {e.because:code}.",
    e.ReviewDecisionsConfirmed: "{e.by} confirmed what a statutory review had decided.",
    e.ReviewRecordMoved: "The record of a statutory review was {e.step}.",
    e.ReviewActionFinished: "What a statutory review had decided was done: {e.action:code}.",
    e.IRODisputeRaised: ("The reviewing officer put a dispute to the {e.tier}: {e.about:code}."),
    e.IRODisputeEscalated: "The reviewing officer's dispute was put to the {e.tier}.",
    e.IRODisputeResolved: "The reviewing officer's dispute is over: {e.outcome:code}.",
    e.CarePlanPrepared: "A care plan was prepared; agreed with: {e.agreed_with}.",
    e.PathwayNeedsAssessed: "The young person's needs for leaving care were assessed.",
    e.PathwayPlanMade: "A pathway plan was made.",
    e.PathwayReviewHeld: (
        "The pathway plan was reviewed; the young person's part: {e.participation}."
    ),
    e.PersonalAdviserVisited: lambda event: (
        "The personal adviser saw the young person."
        if event.seen
        else "The personal adviser came, and the young person was not there."
    ),
    e.ResidentialPanelDecided: (
        "The residential panel looked at where the child lives: {e.outcome}; "
        "a step down: {e.step_down}."
    ),
    e.ChildMissing: "The child went missing.",
    e.ChildAway: "The child was away without authorisation.",
    e.ChildReturned: "The child came back.",
    e.ChildDied: "The child died.",
    e.PoliceTold: "The police were told that the child is missing.",
    e.ReturnInterviewOffered: "The child was offered an interview about its return.",
    e.ReturnInterviewHeld: "Somebody talked with the child about its return.",
    e.ReturnInterviewDeclined: "No interview about the return was held; why: {e.why:code}.",
    e.ConnectionRecorded: (
        "Put on record of the child: {e.connection.kind}, {e.connection.relation:code}."
    ),
    e.AreaToAvoidRecorded: "An area to avoid was put on record.",
    e.AreaToAvoidLifted: "An area to avoid was lifted.",
    e.DocumentAdded: (
        "A document was put on record: {e.document.kind:code}, version {e.document.version}."
    ),
    e.ConnectionEnded: "Something on record around the child is so no longer.",
}


def _named(change: IdentityChange) -> str:
    """Which parts were changed; never what they say."""
    changed = (name for name in IdentityChange.model_fields if getattr(change, name))
    return in_words(tuple(name.replace("_", " ") for name in changed))
