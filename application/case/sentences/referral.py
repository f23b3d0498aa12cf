"""What happens to a search for a home, told."""

from collections.abc import Iterable

from application.case.sentences.telling import Sentences, in_words, tell
from domain.referral import events as e
from domain.referral.events.siblings import LeftBecause

REFERRAL: Sentences = {
    e.ReferralDrafted: lambda event: tell(
        "A referral was begun{together}: {e.scope}, {e.tier}, needed from {e.needed_from}; "
        "reason: {e.reason_code:code}.",
        e=event,
        together=f" for {1 + len(event.siblings)} siblings together" if event.siblings else "",
    ),
    e.SectionsWritten: lambda event: f"The referral was written on: {_written(event)}.",
    e.ReferralSubmitted: lambda event: tell(
        "The child was referred, with the approval of {e.team_manager_approval}{spoken}.",
        e=event,
        spoken=tell(" by telephone on {at}", at=event.spoken.at) if event.spoken else "",
    ),
    e.ReferralReturned: lambda event: tell(
        "The brokers sent the referral back to be written further: {why}.",
        why=in_words(tuple(each.reason for each in event.reasons)),
    ),
    e.QuestionAsked: "The brokers asked the referrer a question.",
    e.QuestionAnswered: "A question of the brokers was answered by {e.by}.",
    e.RequestAmended: lambda event: f"The request was amended by {event.by}: {_amended(event)}.",
    e.SectionAmended: "The section on {e.section} was written anew by {e.by}.",
    e.ReferralAccepted: "The brokers took the referral on, in lot {e.lot}.",
    e.InHouseSearchStarted: "The search among the council's own homes and carers began.",
    e.InHouseSearchExhausted: lambda event: tell(
        "Nothing in house will do; {n} considered.", n=len(event.considered)
    ),
    e.InHouseMatchFound: "A home was found in house, from {e.starts_on}.",
    e.InHouseMatchReleased: "The home found in house is not pursued: {e.reason}.",
    e.InHouseBypassApproved: (
        "{e.by} let the search go past the council's own homes and carers: {e.reason}."
    ),
    e.ExternalSearchApproved: (
        "The external search was approved, at about {e.indicative_weekly:money} a week."
    ),
    e.ReferralPublished: "The referral was published to providers, certified by {e.certified_by}.",
    e.ProviderInvited: "Provider {e.provider_id} was invited to answer by {e.deadline}.",
    e.ReferralAmended: lambda event: tell(
        "The published pack was amended, certified by {e.certified_by}; {until}.",
        e=event,
        until=_anew(event),
    ),
    e.ResponseDeadlineExtended: ("Every provider was given until {e.deadline}: {e.reason:code}."),
    e.SearchWidened: "More providers are asked: {e.reason:code}.",
    e.InvitationQuestionAsked: "Provider {e.provider_id} asked a question.",
    e.InvitationQuestionAnswered: lambda event: (
        f"A question was answered, to {'every provider' if event.to_all else 'who asked it'}."
    ),
    e.PackReleased: lambda event: (
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
    e.ConfidentialityAccepted: (
        "Provider {e.provider_id} accepted the confidentiality terms of its contract."
    ),
    e.InformationSupplied: lambda event: tell(
        "More of the full information went to provider {e.provider_id}; {n} parts are to come.",
        e=event,
        n=len(event.outstanding),
    ),
    e.FullInformationSupplied: "Provider {e.provider_id} has been given the full information.",
    e.PackWithdrawn: lambda event: tell(
        "{which} was withdrawn: {e.reason:code} in {e.field:code}; opened by {n} providers.",
        e=event,
        which=_which_pack(event),
        n=len(event.opened_by),
    ),
    e.AnswerTakenBack: lambda event: tell(
        "An answer was taken back: {e.reason:code}; it was shown to {n} providers.",
        e=event,
        n=len(event.shown_to),
    ),
    e.InformationTakenBack: (
        "A part of the full information, {e.section}, was taken back from provider "
        "{e.provider_id}: {e.reason:code}."
    ),
    e.PackDeletionAcknowledged: "Provider {e.provider_id} says that it deleted the pack.",
    e.TelephoneContactRecorded: "Provider {e.provider_id} was telephoned: {e.outcome}.",
    e.PackViewed: "Provider {e.provider_id} opened the pack.",
    e.OfferAmended: "Provider {e.provider_id} changed its offer.",
    e.OfferSubmitted: "Provider {e.provider_id} offered a home.",
    e.LateOfferReceived: "Provider {e.provider_id} offered a home, too late.",
    e.OfferDeclined: "Provider {e.provider_id} will not offer: {e.reason}.",
    e.OfferWithdrawn: "Provider {e.provider_id} took its offer back: {e.reason}.",
    e.LateOfferAdmitted: "The late offer of provider {e.provider_id} was admitted by {e.by}.",
    e.OfferAmendmentRequested: (
        "{e.by} asked provider {e.provider_id} to change its offer, until {e.until}."
    ),
    e.CategoryDifferenceProposed: (
        "The {e.side} proposed a price for what provider {e.provider_id} would do beyond the "
        "category."
    ),
    e.CategoryDifferenceAgreed: lambda event: tell(
        "The {e.side} agreed to the price of provider {e.provider_id} beyond the category: "
        "{v:money} a week {more}.",
        e=event,
        v=abs(event.variation),
        more="more" if event.variation >= 0 else "less",
    ),
    e.DecisionPacketFrozen: "What {e.by} had before them when choosing was kept.",
    e.DirectAwardMade: (
        "{e.by} awarded without comparing, to provider {e.provider_id}: {e.reason:code}."
    ),
    e.NoViableOffer: "None of the offers will do; next: {e.next_rung}.",
    e.CriteriaRecorded: "What offers are judged by was recorded by {e.by}.",
    e.RelationshipDeclared: "{e.by} declared ties to provider {e.provider_id}.",
    e.OfferScored: "{e.by} scored the offer of provider {e.provider_id}.",
    e.OfferModerated: "{e.by} moderated the scores of provider {e.provider_id}.",
    e.SuitabilityJudged: lambda event: tell(
        "The offer of provider {e.provider_id} was judged {how} by {e.by}.",
        e=event,
        how="suitable" if event.suitable else "not suitable",
    ),
    e.OfferShortlisted: "The offer of provider {e.provider_id} was shortlisted.",
    e.ImpactRiskAssessed: lambda event: tell(
        "Provider {e.provider_id} weighed the child against who lives there: {how}.",
        e=event,
        how="acceptable" if event.acceptable else "not acceptable",
    ),
    e.NoResponseRecorded: "Provider {e.provider_id} let its deadline of {e.deadline} pass.",
    e.InvitationWithdrawn: "Provider {e.provider_id} is asked no longer: {e.reason}.",
    e.ResponsesClosed: "No more answers are waited for; the offers are compared.",
    e.PreferredOfferSelected: lambda event: tell(
        "The offer of provider {e.provider_id} was preferred, by {e.by} with {e.jointly_with}"
        "{spoken}{route}{early}.",
        e=event,
        spoken=tell(" by telephone on {at}", at=event.spoken.at) if event.spoken else "",
        early=_early(event),
        route=tell("; route: {e.award_route:code}", e=event) if event.award_route else "",
    ),
    e.OfferNotSelected: "The offer of provider {e.provider_id} was not chosen.",
    e.PreferredOfferDeselected: "The preferred offer is not pursued: {e.reason}.",
    e.FundingRequested: "Funding of {e.plan.weekly:money} a week was asked for.",
    e.FundingAuthorised: "Funding of {e.plan.weekly:money} a week was authorised by {e.by}.",
    e.FundingDeclined: "Funding was declined: {e.reason:code}.",
    e.ShareAgreed: "The share of {e.funder:code} was agreed, by {e.by}.",
    e.ShareDisputed: "{e.funder:code} will not pay its share: {e.reason:code}.",
    e.ShareUnderwritten: "The council underwrites the share of {e.funder:code}, by {e.by}.",
    e.ShareWithdrawn: (
        "{e.funder:code} pays no more from {e.since}: {e.reason:code}. "
        "The council pays in its place."
    ),
    e.WithdrawalCorrected: lambda event: tell(
        "{e.funder:code} did not leave on {e.was}{how}, corrected by {e.by} with {e.approved_by}.",
        e=event,
        how=tell(", but on {e.now}", e=event) if event.now else " or at all",
    ),
    e.SplitRequested: "Another split of the price was put, from {e.since}, by {e.by}.",
    e.SplitAuthorised: "From {e.since} the price is shared otherwise, authorised by {e.by}.",
    e.SplitDeclined: "The price stays shared as it is: {e.reason:code}.",
    e.VerbalAuthorityNoted: (
        "{e.authority.officer} gave verbal authority, noted by {e.authority.noted_by}."
    ),
    e.SpokenApprovalConfirmed: "{e.by} confirmed what was said by telephone: {e.act:code}.",
    e.SpokenApprovalDenied: "{e.by} denied what was written down as said: {e.act:code}.",
    e.FundingConditionMet: "A condition of the funding was met: {e.condition:code}.",
    e.ChildHoused: "While looked for, child {e.child} moved in otherwise.",
    e.ChildHomeless: "Child {e.child} does not live where it had moved in otherwise.",
    e.PlacementJoined: (
        "The home where the child lives was joined to this search: provider {e.provider_id}."
    ),
    e.ReferralPaused: "The search was paused until {e.resume_on}: {e.reason:code}.",
    e.ReferralResumed: lambda event: tell(
        "The search goes on{by}.", by=f", by {event.by}" if event.by else ": its day had come"
    ),
    e.ReferralWithdrawn: "The referral was withdrawn: {e.reason}.",
    e.ReferralClosedUnfilled: "No home was found; the child: {e.outcome}.",
    e.DraftExpired: "The draft was left too long, and asks for nothing any more.",
    e.OfferLapsed: "The offer of provider {e.provider_id} lapsed: {e.reason}.",
    e.CopyReleased: (
        "A copy of {e.copied.kind:code}, version {e.copied.version}, may be read by those asked; "
        "certified by {e.certified_by}."
    ),
    e.CopyWithdrawn: "A copy was taken back from those asked: {e.reason:code}.",
    e.SiblingSplitApproved: lambda event: tell(
        "That {who} may live apart from the other children was approved by {e.by}{how}.",
        how=tell(" by telephone on {at}", at=event.spoken.at) if event.spoken else "",
        who=_children(each.child for each in event.parted),
        e=event,
    ),
    e.SearchNarrowed: lambda event: tell(
        "The search is no longer for {who}: {because}.",
        who=_children(event.children),
        because=_why_left(event),
    ),
    e.SiblingMovedIn: "Child {e.child} moved in.",
    e.SiblingLeft: lambda event: tell(
        "Child {e.child} left the home; {who}.", who=_who_stays(event.staying), e=event
    ),
    e.ReferralFulfilled: "The referral led to a placement.",
}


SEALED = frozenset({"apart_because"})
"""What is sealed is named and not told."""


def _amended(event: e.RequestAmended) -> str:
    """Field by field: what it was, and what it is now."""
    return "; ".join(
        name.replace("_", " ") + ("" if name in SEALED else _change(getattr(event.was, name), now))
        for name, now in event.now
        if now is not None
    )


def _change(was: object, now: object) -> str:
    return f" {in_words(was)} became {in_words(now)}"


def _written(event: e.SectionsWritten) -> str:
    return in_words(tuple(section.name for section in event.sections))


def _early(event: e.PreferredOfferSelected) -> str:
    """What an emergency did not wait for."""
    skipped = f"; without waiting for: {in_words(event.skipped)}" if event.skipped else ""
    still = len(event.cut_short)
    return skipped + (f" ({still} might still have answered)" if still else "")


def _anew(event: e.ReferralAmended) -> str:
    if event.deadline is None:
        return "no deadline moved"
    return tell("every provider has until {at}", at=event.deadline)


def _which_pack(event: e.PackWithdrawn) -> str:
    if event.shown_to:
        return f"A pack that was told to {in_words(event.shown_to)} alone"
    return "An earlier pack" if event.superseded else "The published pack"


def _children(numbers: Iterable[int]) -> str:
    told = [str(number) for number in numbers]
    return f"child {told[0]}" if len(told) == 1 else f"children {', '.join(told)}"


def _why_left(event: e.SearchNarrowed) -> str:
    has_moved_in = event.because is LeftBecause.MOVED_IN
    return "a home was found for them" if has_moved_in else "they are looked for separately"


def _who_stays(staying: tuple[int, ...]) -> str:
    return f"{_children(staying)} stayed" if staying else "none of the others lives there"
