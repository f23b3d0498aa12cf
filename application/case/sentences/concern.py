"""What happens to concerns, told. Nobody is named, and no account is repeated."""

from application.case.sentences.wording import Sentences
from domain.concern import events as c

CONCERN: Sentences = {
    c.ConcernRaised: "A concern was raised: {e.kind} (told by: {e.source}).",
    c.ConcernTriaged: "A concern was looked at, and {e.lead} leads it.",
    c.SafeguardingReferralMade: "A safeguarding referral was made to {e.to:code}.",
    c.NationalPanelNotified: "The national panel was told of a serious incident.",
    c.InvestigationBegun: "The investigation of a concern began.",
    c.FindingRecorded: "A concern was found to be {e.finding}.",
    c.ActionSet: "Because of a concern: {e.code:code}, by {e.due}, to be done by the {e.doer}.",
    c.ActionDone: "What a concern asked for was done on {e.on}.",
    c.ConcernShared: "A concern was shared: {e.party}.",
    c.FollowUpReported: "The provider reported what it did about a concern.",
    c.ConcernClosed: "A concern was closed, with what was learned: {e.learning}.",
    c.ConcernReopened: "A concern was opened again: {e.reason:code}.",
}
