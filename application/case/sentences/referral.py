"""What happens to a search for a home, told."""

from collections.abc import Iterable

from application.case.sentences.telling import Sentences, in_words, tell
from domain.referral.events import (
    answers,
    award,
    choice,
    closing,
    copies,
    disclosure,
    emergency,
    ending,
    evaluation,
    funding,
    housed,
    in_house,
    market,
    offers,
    pausing,
    request,
    resharing,
    search,
    siblings,
    spoken,
    standing_down,
    taking_back,
    triage,
)
from domain.referral.events.siblings import LeftBecause

REFERRAL: Sentences = {
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
        f"The request was amended by {event.by}: {_amended(event)}."
    ),
    triage.SectionAmended: "The section on {e.section} was written anew by {e.by}.",
    request.ReferralAccepted: "The brokers took the referral on, in lot {e.lot}.",
    search.InHouseSearchStarted: "The search among the council's own homes and carers began.",
    search.InHouseSearchExhausted: lambda event: tell(
        "Nothing in house will do; {n} considered.", n=len(event.considered)
    ),
    in_house.InHouseMatchFound: "A home was found in house, from {e.starts_on}.",
    in_house.InHouseMatchReleased: "The home found in house is not pursued: {e.reason}.",
    in_house.InHouseBypassApproved: (
        "{e.by} let the search go past the council's own homes and carers: {e.reason}."
    ),
    search.ExternalSearchApproved: (
        "The external search was approved, at about {e.indicative_weekly:money} a week."
    ),
    search.ReferralPublished: (
        "The referral was published to providers, certified by {e.certified_by}."
    ),
    search.ProviderInvited: "Provider {e.provider_id} was invited to answer by {e.deadline}.",
    market.ReferralAmended: lambda event: tell(
        "The published pack was amended, certified by {e.certified_by}; {until}.",
        e=event,
        until=_anew(event),
    ),
    market.ResponseDeadlineExtended: (
        "Every provider was given until {e.deadline}: {e.reason:code}."
    ),
    market.SearchWidened: "More providers are asked: {e.reason:code}.",
    market.InvitationQuestionAsked: "Provider {e.provider_id} asked a question.",
    market.InvitationQuestionAnswered: lambda event: (
        f"A question was answered, to {'every provider' if event.to_all else 'who asked it'}."
    ),
    emergency.PackReleased: lambda event: (
        tell(
            "The {e.pack.stage} pack was released to {n} providers, certified by {e.certified_by}.",
            e=event,
            n=len(event.providers),
        )
        if event.offer_id is None
        else tell(
            "Provider {who} was given the {e.pack.stage} pack, certified by {e.certified_by}.",
            e=event,
            who=in_words(event.providers),
        )
    ),
    disclosure.ConfidentialityAccepted: (
        "Provider {e.provider_id} accepted the confidentiality terms of its contract."
    ),
    emergency.InformationSupplied: lambda event: tell(
        "More of the full information went to provider {e.provider_id}; {n} parts are to come.",
        e=event,
        n=len(event.outstanding),
    ),
    emergency.FullInformationSupplied: (
        "Provider {e.provider_id} has been given the full information."
    ),
    market.PackWithdrawn: lambda event: tell(
        "{which} was withdrawn: {e.reason:code} in {e.field:code}; opened by {n} providers.",
        e=event,
        which=_which_pack(event),
        n=len(event.opened_by),
    ),
    taking_back.AnswerTakenBack: lambda event: tell(
        "An answer was taken back: {e.reason:code}; it was shown to {n} providers.",
        e=event,
        n=len(event.shown_to),
    ),
    taking_back.InformationTakenBack: (
        "A part of the full information, {e.section}, was taken back from provider "
        "{e.provider_id}: {e.reason:code}."
    ),
    market.PackDeletionAcknowledged: "Provider {e.provider_id} says that it deleted the pack.",
    market.TelephoneContactRecorded: "Provider {e.provider_id} was telephoned: {e.outcome}.",
    answers.PackViewed: "Provider {e.provider_id} opened the pack.",
    answers.OfferAmended: "Provider {e.provider_id} changed its offer.",
    answers.OfferSubmitted: "Provider {e.provider_id} offered a home.",
    answers.LateOfferReceived: "Provider {e.provider_id} offered a home, too late.",
    answers.OfferDeclined: "Provider {e.provider_id} will not offer: {e.reason}.",
    offers.OfferWithdrawn: "Provider {e.provider_id} took its offer back: {e.reason}.",
    offers.LateOfferAdmitted: "The late offer of provider {e.provider_id} was admitted by {e.by}.",
    offers.OfferAmendmentRequested: (
        "{e.by} asked provider {e.provider_id} to change its offer, until {e.until}."
    ),
    offers.CategoryDifferenceProposed: (
        "The {e.side} proposed a price for what provider {e.provider_id} would do beyond the "
        "category."
    ),
    offers.CategoryDifferenceAgreed: lambda event: tell(
        "The {e.side} agreed to the price of provider {e.provider_id} beyond the category: "
        "{v:money} a week {more}.",
        e=event,
        v=abs(event.variation),
        more="more" if event.variation >= 0 else "less",
    ),
    award.DecisionPacketFrozen: "What {e.by} had before them when choosing was kept.",
    award.DirectAwardMade: (
        "{e.by} awarded without comparing, to provider {e.provider_id}: {e.reason:code}."
    ),
    award.NoViableOffer: "None of the offers will do; next: {e.next_rung}.",
    evaluation.CriteriaRecorded: "What offers are judged by was recorded by {e.by}.",
    evaluation.RelationshipDeclared: "{e.by} declared ties to provider {e.provider_id}.",
    evaluation.OfferScored: "{e.by} scored the offer of provider {e.provider_id}.",
    evaluation.OfferModerated: "{e.by} moderated the scores of provider {e.provider_id}.",
    evaluation.SuitabilityJudged: lambda event: tell(
        "The offer of provider {e.provider_id} was judged {how} by {e.by}.",
        e=event,
        how="suitable" if event.suitable else "not suitable",
    ),
    evaluation.OfferShortlisted: "The offer of provider {e.provider_id} was shortlisted.",
    evaluation.ImpactRiskAssessed: lambda event: tell(
        "Provider {e.provider_id} weighed the child against who lives there: {how}.",
        e=event,
        how="acceptable" if event.acceptable else "not acceptable",
    ),
    answers.NoResponseRecorded: "Provider {e.provider_id} let its deadline of {e.deadline} pass.",
    standing_down.InvitationWithdrawn: "Provider {e.provider_id} is asked no longer: {e.reason}.",
    answers.ResponsesClosed: "No more answers are waited for; the offers are compared.",
    choice.PreferredOfferSelected: lambda event: tell(
        "The offer of provider {e.provider_id} was preferred, by {e.by} with {e.jointly_with}"
        "{spoken}{route}{early}.",
        e=event,
        spoken=tell(" by telephone on {at}", at=event.spoken.at) if event.spoken else "",
        early=_early(event),
        route=tell("; route: {e.award_route:code}", e=event) if event.award_route else "",
    ),
    choice.OfferNotSelected: "The offer of provider {e.provider_id} was not chosen.",
    choice.PreferredOfferDeselected: "The preferred offer is not pursued: {e.reason}.",
    funding.FundingRequested: "Funding of {e.plan.weekly:money} a week was asked for.",
    funding.FundingAuthorised: "Funding of {e.plan.weekly:money} a week was authorised by {e.by}.",
    funding.FundingDeclined: "Funding was declined: {e.reason:code}.",
    funding.ShareAgreed: "The share of {e.funder:code} was agreed, by {e.by}.",
    funding.ShareDisputed: "{e.funder:code} will not pay its share: {e.reason:code}.",
    funding.ShareUnderwritten: "The council underwrites the share of {e.funder:code}, by {e.by}.",
    funding.ShareWithdrawn: (
        "{e.funder:code} pays no more from {e.since}: {e.reason:code}. "
        "The council pays in its place."
    ),
    resharing.WithdrawalCorrected: lambda event: tell(
        "{e.funder:code} did not leave on {e.was}{how}, corrected by {e.by} with {e.approved_by}.",
        e=event,
        how=tell(", but on {e.now}", e=event) if event.now else " or at all",
    ),
    resharing.SplitRequested: "Another split of the price was put, from {e.since}, by {e.by}.",
    resharing.SplitAuthorised: (
        "From {e.since} the price is shared otherwise, authorised by {e.by}."
    ),
    resharing.SplitDeclined: "The price stays shared as it is: {e.reason:code}.",
    funding.VerbalAuthorityNoted: (
        "{e.authority.officer} gave verbal authority, noted by {e.authority.noted_by}."
    ),
    spoken.SpokenApprovalConfirmed: "{e.by} confirmed what was said by telephone: {e.act:code}.",
    spoken.SpokenApprovalDenied: "{e.by} denied what was written down as said: {e.act:code}.",
    funding.FundingConditionMet: "A condition of the funding was met: {e.condition:code}.",
    housed.ChildHoused: "While looked for, child {e.child} moved in otherwise.",
    housed.ChildHomeless: "Child {e.child} does not live where it had moved in otherwise.",
    housed.PlacementJoined: (
        "The home where the child lives was joined to this search: provider {e.provider_id}."
    ),
    pausing.ReferralPaused: "The search was paused until {e.resume_on}: {e.reason:code}.",
    pausing.ReferralResumed: lambda event: tell(
        "The search goes on{by}.", by=f", by {event.by}" if event.by else ": its day had come"
    ),
    ending.ReferralWithdrawn: "The referral was withdrawn: {e.reason}.",
    closing.ReferralClosedUnfilled: "No home was found; the child: {e.outcome}.",
    closing.DraftExpired: "The draft was left too long, and asks for nothing any more.",
    ending.OfferLapsed: "The offer of provider {e.provider_id} lapsed: {e.reason}.",
    copies.CopyReleased: (
        "A copy of {e.copied.kind:code}, version {e.copied.version}, may be read by those asked; "
        "certified by {e.certified_by}."
    ),
    copies.CopyWithdrawn: "A copy was taken back from those asked: {e.reason:code}.",
    siblings.SiblingSplitApproved: lambda event: tell(
        "That {who} may live apart from the other children was approved by {e.by}{how}.",
        how=tell(" by telephone on {at}", at=event.spoken.at) if event.spoken else "",
        who=_children(each.child for each in event.parted),
        e=event,
    ),
    siblings.SearchNarrowed: lambda event: tell(
        "The search is no longer for {who}: {because}.",
        who=_children(event.children),
        because=_why_left(event),
    ),
    siblings.SiblingMovedIn: "Child {e.child} moved in.",
    siblings.SiblingLeft: lambda event: tell(
        "Child {e.child} left the home; {who}.", who=_who_stays(event.staying), e=event
    ),
    ending.ReferralFulfilled: "The referral led to a placement.",
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


def _change(was: object, now: object) -> str:
    return f" {in_words(was)} became {in_words(now)}"


def _written(event: request.SectionsWritten) -> str:
    return in_words(tuple(section.name for section in event.sections))


def _early(event: choice.PreferredOfferSelected) -> str:
    """What an emergency did not wait for."""
    skipped = f"; without waiting for: {in_words(event.skipped)}" if event.skipped else ""
    still = len(event.cut_short)
    return skipped + (f" ({still} might still have answered)" if still else "")


def _anew(event: market.ReferralAmended) -> str:
    if event.deadline is None:
        return "no deadline moved"
    return tell("every provider has until {at}", at=event.deadline)


def _which_pack(event: market.PackWithdrawn) -> str:
    if event.shown_to:
        return f"A pack that was told to {in_words(event.shown_to)} alone"
    return "An earlier pack" if event.superseded else "The published pack"


def _children(numbers: Iterable[int]) -> str:
    told = [str(number) for number in numbers]
    return f"child {told[0]}" if len(told) == 1 else f"children {', '.join(told)}"


def _why_left(event: siblings.SearchNarrowed) -> str:
    has_moved_in = event.because is LeftBecause.MOVED_IN
    return "a home was found for them" if has_moved_in else "they are looked for separately"


def _who_stays(staying: tuple[int, ...]) -> str:
    return f"{_children(staying)} stayed" if staying else "none of the others lives there"
