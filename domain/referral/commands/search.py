"""Looking in house first, and then publishing to providers."""

from pydantic import AwareDatetime

from domain.referral.codes import Code
from domain.referral.considered import ConsideredInHouse
from domain.referral.pack import Invitee, RedactedPack
from domain.referral.spoken import Spoken
from domain.shared.messages import Command
from domain.shared.money import Amount
from domain.shared.terms import ContractTerms
from domain.shared.vocabulary import Subject


class StartInHouseSearch(Command):
    by: Subject


class RecordInHouseExhausted(Command):
    """Nothing in house will do: what was considered, or why there was nothing to consider."""

    considered: tuple[ConsideredInHouse, ...] = ()
    none_exists: Code | None = None
    by: Subject


class ApproveExternalSearch(Command):
    """Let the search go to the market. `indicative_weekly` is whole pence a week."""

    budget_heading: Code
    indicative_weekly: Amount
    by: Subject
    spoken: Spoken | None = None


class PublishReferral(Command):
    """Ask providers on the accepted lot, under the contract version in force.

    `identifiers_found` names the pack's field for each finding of the scan, never the text.
    `now` is the instant from which each provider's window runs.
    """

    pack: RedactedPack
    certified_by: Subject | None
    identifiers_found: tuple[Code, ...] = ()
    audience: tuple[Invitee, ...]
    terms: ContractTerms
    now: AwareDatetime
    by: Subject


SearchCommand = (
    StartInHouseSearch | RecordInHouseExhausted | ApproveExternalSearch | PublishReferral
)
