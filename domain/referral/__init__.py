"""Referral: one request for a home, the search for it, and the offers it draws.

Stream `referral-{uuid}`; offers are values inside, because preferring one is a decision
over all of them.

    NotDrafted ── DraftReferral ──────────▶ Draft  (UpdateSections as often as needed)
    Draft ─────── SubmitReferral ─────────▶ Submitted
    Submitted ─── ReturnReferral ─────────▶ Returned  (a draft again, to be submitted anew)
    Submitted ─── AcceptReferral ─────────▶ Accepted
    Accepted ──── StartInHouseSearch ─────▶ SearchingInHouse
              ─── RecordInHouseExhausted ─▶ InHouseExhausted
              ─── RecordInHouseMatch ─────▶ MatchedInHouse  (ReleaseInHouseMatch leads back)
    Accepted, SearchingInHouse ── ApproveInHouseBypass ──▶ InHouseBypassed
    InHouseExhausted, InHouseBypassed
              ─── ApproveExternalSearch ──▶ ApprovedForExternalSearch
              ─── PublishReferral ────────▶ Published
    Published ─── CloseResponses ─────────▶ Evaluating ◀────────────┐  (WidenSearch leads back)
    Evaluating ── RecordNoViableOffer ────▶ NoneViable              │  (as Evaluating)
    Evaluating ── SelectPreferredOffer, DirectAward ─▶ Preferred ◀──┼─┐
                  (in an emergency from Published too)    ──────────┘ │ DeselectPreferred
    Preferred ─── RequestFunding ─────────▶ AwaitingFunding ──────────┘ DeclineFunding
              ─── AuthoriseFunding ───────▶ Authorised

    MatchedInHouse, Preferred, AwaitingFunding, Authorised ── FulfilReferral ──▶ Fulfilled
    AwaitingFunding, Authorised ── DeselectPreferred ──▶ Evaluating
    any stage before Fulfilled ── WithdrawReferral ──▶ Withdrawn
    Submitted to Evaluating ── CloseUnfilled ──▶ ClosedUnfilled; Draft ── ExpireDraft ──▶ Expired
    any of these from Submitted on ── PauseReferral ──▶ the same, paused ── ResumeReferral ──▶

AskReferrer and AmendRequest are taken from submission until publication, AnswerQuestion always.
OpenPack, SubmitOffer, DeclineReferral and RecordSilence are taken from Published on, and so
are providers' questions, amendments of the pack and its withdrawal (`decisions.market`).
`decisions` has the transitions, and `docs/state-machines/referral.md` is drawn from it; `rules`
has the law and policy they obey; `clocks` and `chronology` read the history by date.
"""

from domain.referral.commands import ReferralCommand
from domain.referral.decisions import decide
from domain.referral.events import ReferralEvent
from domain.referral.stages import NotDrafted, Referral
from domain.referral.state import evolve
from domain.shared.decider import Decider

decider = Decider[ReferralCommand, Referral, ReferralEvent](
    initial=NotDrafted(), decide=decide, evolve=evolve
)

__all__ = ["Referral", "ReferralCommand", "ReferralEvent", "decider"]
