"""How offers were judged, one preferred, and paid for, told."""

from application.case.sentences.wording import Sentences, in_words, tell
from domain.referral.events import award, choice, evaluation, funding, resharing, spoken

CHOOSING: Sentences = {
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
    spoken.SpokenApprovalGivenAnew: "{e.by} gave what had been denied: {e.act:code}.",
    funding.FundingConditionMet: "A condition of the funding was met: {e.condition:code}.",
}


def _early(event: choice.PreferredOfferSelected) -> str:
    """What an emergency did not wait for."""
    skipped = f"; without waiting for: {in_words(event.skipped)}" if event.skipped else ""
    still = len(event.cut_short)
    return skipped + (f" ({still} might still have answered)" if still else "")
