"""Looking in house first, and then publishing to providers."""

from collections.abc import Mapping

from pydantic import AwareDatetime

from domain.referral.codes import Code
from domain.referral.considered import ConsideredInHouse, reasons_of
from domain.referral.pack import Invitee, RedactedPack, codes_of
from domain.referral.spoken import Heard
from domain.shared.code_lists import Coded, ListName
from domain.shared.messages import Command
from domain.shared.money import Amount
from domain.shared.terms import ContractTerms
from domain.shared.vocabulary import SettingId, Subject


class StartInHouseSearch(Command):
    by: Subject


class RecordInHouseExhausted(Coded):
    """Nothing in house will do: what was considered, or why there was nothing to consider.

    `would_do` are the council's own homes that would take the child, by their registers.
    """

    considered: tuple[ConsideredInHouse, ...] = ()
    none_exists: Code | None = None
    by: Subject
    would_do: tuple[SettingId, ...] = ()

    def codes(self) -> Mapping[ListName, Mapping[str, str | None]]:
        return {
            ListName.IN_HOUSE_REASONS: reasons_of(self.considered),
            ListName.NO_HOME_IN_HOUSE: {"/none_exists": self.none_exists},
        }


class ApproveExternalSearch(Coded):
    """Let the search go to the market. `indicative_weekly` is whole pence a week."""

    budget_heading: Code
    indicative_weekly: Amount
    by: Subject
    spoken: Heard | None = None

    def codes(self) -> Mapping[ListName, Mapping[str, str | None]]:
        return {ListName.BUDGET_HEADINGS: {"/budget_heading": self.budget_heading}}


class PublishReferral(Coded):
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

    def codes(self) -> Mapping[ListName, Mapping[str, str | None]]:
        return codes_of(self.pack)


SearchCommand = (
    StartInHouseSearch | RecordInHouseExhausted | ApproveExternalSearch | PublishReferral
)
