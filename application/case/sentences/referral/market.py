"""What passed between the council and providers, told."""

from application.case.sentences.wording import Sentences, in_words, tell
from domain.referral.events import (
    answers,
    copies,
    disclosure,
    emergency,
    market,
    offers,
    search,
    standing_down,
    taking_back,
)

MARKET: Sentences = {
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
    answers.OfferSubmitted: lambda event: tell(
        "Provider {e.provider_id} offered a home{entered}.", e=event, entered=_entered(event)
    ),
    answers.LateOfferReceived: lambda event: tell(
        "Provider {e.provider_id} offered a home{entered}, too late.",
        e=event,
        entered=_entered(event),
    ),
    answers.OfferDeclined: "Provider {e.provider_id} will not offer: {e.reason}.",
    offers.EnteredOfferConfirmed: (
        "Provider {e.provider_id} confirmed the offer that was written down for it."
    ),
    offers.EnteredOfferDenied: (
        "Provider {e.provider_id} denied the offer that was written down for it."
    ),
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
    answers.NoResponseRecorded: "Provider {e.provider_id} let its deadline of {e.deadline} pass.",
    standing_down.InvitationWithdrawn: "Provider {e.provider_id} is asked no longer: {e.reason}.",
    answers.ResponsesClosed: "No more answers are waited for; the offers are compared.",
    copies.CopyReleased: (
        "A copy of {e.copied.kind:code}, version {e.copied.version}, may be read by those asked; "
        "certified by {e.certified_by}."
    ),
    copies.CopyWithdrawn: "A copy was taken back from those asked: {e.reason:code}.",
}


def _anew(event: market.ReferralAmended) -> str:
    if event.deadline is None:
        return "no deadline moved"
    return tell("every provider has until {at}", at=event.deadline)


def _which_pack(event: market.PackWithdrawn) -> str:
    if event.shown_to:
        return f"A pack that was told to {in_words(event.shown_to)} alone"
    return "An earlier pack" if event.superseded else "The published pack"


def _entered(event: answers.OfferSubmitted | answers.LateOfferReceived) -> str:
    """By whom it was written down, where the provider said so by telephone."""
    entered = event.entered
    return tell(" by telephone, entered by {by}", by=entered.by) if entered else ""
