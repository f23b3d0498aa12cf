"""The part of a referral's view that tells how the request was submitted and let on. Pure."""

from application.referral.shown import ShownAcceptance, ShownApproval, ShownSubmission
from application.referral.told import Told, last
from domain.referral.events import ExternalSearchApproved, ReferralAccepted, ReferralSubmitted


def submission(told: Told) -> ShownSubmission | None:
    found = last(told, ReferralSubmitted)
    return ShownSubmission(**dict(found.event), at=found.effective_at) if found else None


def acceptance(told: Told) -> ShownAcceptance | None:
    found = last(told, ReferralAccepted)
    return ShownAcceptance(**dict(found.event)) if found else None


def approval(told: Told) -> ShownApproval | None:
    found = last(told, ExternalSearchApproved)
    return ShownApproval(**dict(found.event)) if found else None
