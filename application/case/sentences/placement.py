"""What happens to a placement, told."""

from application.case.sentences.wording import Sentences, tell
from domain.placement import events as e


def _ended(event: e.PlacementEnded) -> str:
    how = "as planned" if event.planned else "unplanned"
    return f"The placement ended, {how}: {event.reason.replace('_', ' ')}."


def _end_corrected(event: e.EndCorrected) -> str:
    was, now = event.was, event.now
    told = "Correction: the placement ended on {now.at} ({now.reason:code}, by the {by}), "
    told += "not on {was.at} ({was.reason:code}, by the {by_then}). Approved by {e.approved_by}."
    by, by_then = now.instigator.value, was.instigator.value
    return tell(told, e=event, was=was, now=now, by=by, by_then=by_then)


def _answered_on_notice(event: e.ProviderAnsweredOnNotice) -> str:
    how = "agreed" if event.agrees else "did not agree"
    return tell("The provider {how} to {e.change} the notice.", e=event, how=how)


def _visited(event: e.ChildVisited) -> str:
    visit = event.visit
    alone = "alone" if visit.seen_alone else tell("not alone ({why})", why=visit.not_alone)
    return tell("A social worker saw the child ({v.place}), {how}.", v=visit, how=alone)


def _visit_corrected(event: e.VisitCorrected) -> str:
    if event.now is None:
        told = "Correction: there was no such visit on {e.was.on}."
    else:
        told = "Correction: the visit was on {e.now.on}, not on {e.was.on}; {seen}."
    seen = "the child was seen" if event.now and event.now.seen else "the child was not seen"
    return tell(told + " Approved by {e.approved_by}.", e=event, seen=seen)


def _length(event: e.LengthIntended) -> str:
    meant = "is" if event.until_18 else "is not"
    return f"The placement {meant} meant to last until the child is 18."


def _approved(event: e.ApprovalGranted) -> str:
    what = event.kind.value.replace("_", " ")
    how = " in an emergency" if event.emergency else ""
    by = " by telephone" if event.word else ""
    left = f"; outstanding: {len(event.outstanding)}" if event.outstanding else ""
    return f"{event.by} ({event.role.replace('_', ' ')}) approved{by}{how}: {what}{left}."


def _refused(event: e.ApprovalRefused) -> str:
    how = "took an approval back" if event.taken_back else "did not approve"
    return tell("{e.by} ({e.role:code}) {how}: {e.kind}.", e=event, how=how)


def _carers(event: e.CarersApproved) -> str:
    how = "for the time being" if event.temporary else "for this child"
    return tell("Who cares for the child is approved {how} from {e.from_}.", e=event, how=how)


PLACEMENT: Sentences = {
    e.PlacementProposed: (
        "A placement in setting {e.setting_id} ({e.provision}) was proposed, "
        "to start on {e.starts_on}."
    ),
    e.MattersConsidered: "What an approval of this home rests on was recorded.",
    e.ApprovalRequested: "{e.by} asked for an approval: {e.kind}.",
    e.ApprovalGranted: _approved,
    e.ApprovalRequestWithdrawn: (
        "An approval had been asked for by mistake: {e.kind}. Approved by {e.approved_by}."
    ),
    e.ApprovalRefused: _refused,
    e.CarersApproved: _carers,
    e.AgreementDrafted: "Version {e.version} of the agreement was drafted.",
    e.AgreementIssued: (
        "Version {e.version} of the agreement was issued, at {e.weekly:money} a week."
    ),
    e.AgreementSigned: "{e.signatory} signed the agreement for the {e.party}.",
    e.AgreementInForce: "Version {e.version} of the agreement is in force.",
    e.PayUntilSet: "It is paid up to {e.until}: {e.basis}. Approved by {e.approved_by}.",
    e.FinalAccountAgreed: "The final account was agreed, at {e.agreed:money}.",
    e.VariationRequested: (
        "A variation of the agreement was asked for ({e.asker}): {e.change.kind}, "
        "from {e.change.effective_on}."
    ),
    e.VariationCosted: (
        "Variation {e.variation} was costed, at {e.costed.terms.weekly:money} a week."
    ),
    e.VariationAuthorised: (
        "{e.by} authorised variation {e.variation}, up to {e.highest:money} a week."
    ),
    e.VariationAgreed: "{e.signatory} agreed to variation {e.variation} for the {e.party}.",
    e.AgreementVaried: (
        "Version {e.version} of the agreement holds from {e.since}, "
        "at {e.terms.weekly:money} a week."
    ),
    e.VariationRefused: "Variation {e.variation} was refused by the {e.party}.",
    e.VariationWithdrawn: "Variation {e.variation} was taken back.",
    e.ProviderMeetingHeld: "The child met the provider.",
    e.IntroductoryVisitHeld: "The child visited the home.",
    e.StartAgreed: "It was agreed that the placement starts: {e.starts_at}.",
    e.SettingChangeApproved: (
        "A move to setting {e.to.setting_id} of the same provider was approved, from {e.from_} on."
    ),
    e.SettingChanged: "The provider moved the child to setting {e.to.setting_id}.",
    e.StartDateChanged: (
        "It was agreed that the placement starts: {e.starts_at}, and not {e.was}."
    ),
    e.PlacementStarted: (
        "The child moved into setting {e.setting_id} ({e.provision}, {e.locality})."
    ),
    e.StartCorrected: (
        "Correction: the child moved in on {e.at}, not on {e.was}. Approved by {e.approved_by}."
    ),
    e.PackageReviewHeld: "The package was reviewed.",
    e.ChildVisited: _visited,
    e.VisitAttempted: "A social worker came and did not see the child: {e.visit.not_seen}.",
    e.VisitCorrected: _visit_corrected,
    e.LengthIntended: _length,
    e.PlacementPlanPrepared: "The plan for living here was prepared, version {e.version}.",
    e.PlacementPlanSigned: "Version {e.version} of the plan for living here was signed: {e.as_}.",
    e.NotificationSent: "Told in writing where the child lives: {e.to.kind}.",
    e.AreaAuthorityNotified: (
        "Council {e.council} was told that the child comes to live there, with: {e.contents}."
    ),
    e.RecipientExcluded: "Not to be told where the child lives: {e.recipient.kind}; {e.why}.",
    e.TerminationNotified: "Told in writing that the placement ends: {e.to.kind}.",
    e.Recategorised: "The placement goes on in lot {e.lot} from {e.on}.",
    e.JoinedToSearch: "The placement was joined to the search that it was for.",
    e.CourtAuthorityRecorded: (
        "A court allows the child to be kept here from {e.from_}: {e.kind}. "
        "The last day that it named: {e.until}."
    ),
    e.RiskReviewAsked: "The risks to the child are to be reviewed: {e.cause}.",
    e.RiskReviewHeld: "The risks to the child were reviewed: {e.outcome}.",
    e.NoticeServed: (
        "The {e.party} gave {e.days} days' notice: {e.reason:code}. "
        "It runs out on {e.earliest_end}; fees run until {e.pay_until}."
    ),
    e.OwnHomeNoticeServed: (
        "The council gave notice in a home of its own: {e.reason:code}. "
        "It runs out on {e.earliest_end}."
    ),
    e.ProviderNoticeReceived: (
        "The provider gave notice: {e.reason:code}. The end it named: {e.end_named}."
    ),
    e.NoticeReplaced: (
        "The {e.party} gave notice again, for another reason: {e.reason:code}. "
        "It runs out on {e.earliest_end}."
    ),
    e.NoticeShortenedByAgreement: (
        "Both parties agreed that the notice runs out sooner, on {e.earliest_end}; "
        "fees run until {e.pay_until}."
    ),
    e.NoticeExtendedByAgreement: (
        "Both parties agreed that the notice runs until {e.earliest_end}; "
        "fees run until {e.pay_until}."
    ),
    e.ProviderAnsweredOnNotice: _answered_on_notice,
    e.NoticeWithdrawn: "The notice was taken back, with the other party's consent.",
    e.NoticeExpiredChildStillPlaced: (
        "The notice ran out on {e.expired_on}, and the child lives there still."
    ),
    e.HomeRegistrationLapsed: "The home was registered no more from {e.on}; the child lived there.",
    e.MovePlanAsked: "Where the child goes is to be planned: {e.cause}, from {e.from_}.",
    e.MovePlanMade: "Where the child goes was planned.",
    e.HomeChangedHands: "Provider {e.provider_id} runs the home from {e.from_}; nobody moves.",
    e.MoveOnConfirmed: "Where the young person goes from here was confirmed: {e.to:code}.",
    e.TemporaryAbsenceStarted: (
        "The child is away for a while, its place kept: {e.kind:code}; "
        "by the {e.told_by:code}'s word."
    ),
    e.TemporaryAbsenceEnded: "The child is back, by the {e.told_by:code}'s word.",
    e.ProviderWordKept: (
        "The provider said that the child was {e.said:code} on {e.at}. It changed no record: "
        "{e.why:code}."
    ),
    e.SignificantChangeReported: (
        "A significant change was reported: {e.kind:code}, by the {e.told_by:code}."
    ),
    e.SupportGiven: (
        "Support in the week from {e.week}, by the provider's word: {e.individual:hours} hours "
        "alone and {e.shared:hours} shared."
    ),
    e.SupportAnswered: (
        "Support in the week from {e.week}, by the {e.said_by:code}'s word: "
        "{e.half_hours:hours} hours."
    ),
    e.StabilityMeetingHeld: "A stability meeting was held.",
    e.DisruptionMeetingHeld: "A disruption meeting was held.",
    e.ImmediateTermination: "The placement was ended at once: {e.ground:code}.",
    e.PlacementEnded: _ended,
    e.EndCorrected: _end_corrected,
    e.PlacementStartVoided: (
        "Correction: it was another child who moved in on {e.was}. Approved by {e.approved_by}."
    ),
    e.RecordedAnew: "It was recorded for the child whose it was.",
    e.PlacementEndVoided: (
        "Correction: the placement had not ended on {e.was.at}; the child lives there. "
        "Approved by {e.approved_by}."
    ),
    e.PlacementNotStarted: "The placement was called off before it began: {e.reason:code}.",
}
