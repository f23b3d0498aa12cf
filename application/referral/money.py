"""The money of a placement: asked for by one person, authorised by another within their limit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.referral.request import RequestHandlers
from application.referral.words_that_leave import WordsThatLeave
from application.shared.office import stream_of
from application.shared.ports import Occasion, Receipt
from application.shared.registers import Registers
from domain.referral import decider
from domain.referral.codes import Code
from domain.referral.commands.funding import (
    AuthoriseFunding,
    DeclineFunding,
    RequestFunding,
    UnderwriteShare,
)
from domain.referral.events.search import ExternalSearchApproved
from domain.referral.funding import FundingCondition, FundingPlan
from domain.referral.payers import waiting
from domain.referral.stages import Authorised, AwaitingFunding, Chosen, Fulfilled, Stage
from domain.shared.money import Amount, Funder, FundingHeading, PriceLine
from domain.shared.panels import PanelWord
from domain.shared.personal import Erased
from domain.shared.sharing import FunderLine, share_out
from domain.shared.vocabulary import OfferId, Pence, Provision, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The price, line by line, and who is asked to pay which part of it."""

    price: tuple[PriceLine, ...]
    lines: tuple[FunderLine, ...]
    starts_on: date
    planned_weeks: int | None
    budget_heading: Code | None
    offer_id: OfferId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
    """What the actor may authorise a week, and whose limit would be high enough."""

    limit: Amount | None
    would_do: tuple[str, ...]


def references(lines: Sequence[FunderLine]) -> Mapping[str, str | Erased | None]:
    """What is written about the funders' agreements, which they read."""
    return {f"shares.{at}.agreement_reference": e.agreement_reference for at, e in enumerate(lines)}


@dataclass(frozen=True)
class MoneyHandlers:
    registers: Registers
    requests: RequestHandlers
    words: WordsThatLeave

    def request_funding(self, occasion: Occasion, referral_id: UUID, asked: Asked) -> Receipt:
        """Put a plan: the parts become pence, and the lot says what else is expected."""
        heading = asked.budget_heading or self._budget_heading(referral_id)
        whole = FundingPlan(
            price=asked.price,
            shares=(),
            starts_on=asked.starts_on,
            planned_weeks=asked.planned_weeks,
            budget_heading=heading,
        )
        shares = share_out(asked.price, asked.lines, whole.starts_on, whole.until)
        command = RequestFunding(
            plan=whole.model_copy(update={"shares": shares}),
            by=Subject(occasion.actor.subject),
            offer_id=asked.offer_id,
            expected=self._expected(referral_id),
            would_tell=self.words.gives_away(referral_id, references(asked.lines)),
        )
        return self.requests.do(occasion, referral_id, command)

    def authorise_funding(
        self,
        occasion: Occasion,
        referral_id: UUID,
        conditions: tuple[FundingCondition, ...],
        expecting: int,
        *,
        rests_on: PanelWord | None = None,
    ) -> Receipt:
        """Authorise within the role's own limit for this kind of home."""
        ceiling = self.ceiling(occasion, referral_id)
        written = {f"conditions.{at}.text": each.text for at, each in enumerate(conditions)}
        command = AuthoriseFunding(
            by=Subject(occasion.actor.subject),
            limit=ceiling.limit,
            would_do=ceiling.would_do,
            conditions=conditions,
            would_tell=self.words.gives_away(referral_id, written),
            rests_on=rests_on,
        )
        return self.requests.do(occasion, referral_id, command, expecting)

    def underwrite(
        self, occasion: Occasion, referral_id: UUID, funder: Funder, expecting: int
    ) -> Receipt:
        """Have the council pay a funder's share, within the limit of who decides it."""
        ceiling = self.ceiling(occasion, referral_id)
        command = UnderwriteShare(
            funder=funder,
            by=Subject(occasion.actor.subject),
            limit=ceiling.limit,
            would_do=ceiling.would_do,
        )
        return self.requests.do(occasion, referral_id, command, expecting)

    def decline_funding(
        self, occasion: Occasion, referral_id: UUID, reason: Code, text: str | None
    ) -> Receipt:
        command = DeclineFunding(
            reason=reason,
            text=text,
            by=Subject(occasion.actor.subject),
            would_tell=self.words.gives_away(referral_id, {"text": text}),
        )
        return self.requests.do(occasion, referral_id, command)

    def ceiling(self, occasion: Occasion, referral_id: UUID) -> Ceiling:
        """The least of what may be spent on each kind of home that the money is for."""
        actor, today = occasion.actor, self.registers.office.today()
        council, provisions = actor.authority, self._provisions(referral_id)
        weekly = self._weekly(referral_id)
        limits = [
            self.registers.funding_limit(council, actor.role, today, each) for each in provisions
        ]
        able = [self.registers.roles_able(council, weekly, today, each) for each in provisions]
        return Ceiling(
            limit=min((limit for limit in limits if limit is not None), default=None),
            would_do=tuple(role for role in able[0] if all(role in roles for roles in able)),
        )

    def _state(self, referral_id: UUID) -> Stage:
        state = self.registers.office.known(decider, stream_of("referral", referral_id), Stage)
        return waiting(state)

    def _weekly(self, referral_id: UUID) -> Pence:
        """What waits to be authorised: money, or another split of money that is paid."""
        state = self._state(referral_id)
        pending = state.pending if isinstance(state, AwaitingFunding | Fulfilled) else None
        money = state.money if isinstance(state, Authorised | Fulfilled) else None
        waiting = pending or (money and money.asked)
        return waiting.plan.weekly if waiting else Pence(0)

    def _provisions(self, referral_id: UUID) -> Sequence[Provision | None]:
        """What kinds of home the money is for: limits differ by it (P-17)."""
        state = self._state(referral_id)
        if not isinstance(state, AwaitingFunding | Authorised | Fulfilled):
            return [None]
        held = state.facts.offers.get(state.offer_id)
        homes = held.offer.homes if held else ()
        kinds = {self.registers.setting(home).provision for home in homes}
        return sorted(kinds) or [None]

    def _budget_heading(self, referral_id: UUID) -> Code | None:
        """Where the search was approved to be booked, unless the request says otherwise."""
        facts = self.registers.office.streams.read(stream_of("referral", referral_id)).facts
        approved = [each for each in facts if isinstance(each, ExternalSearchApproved)]
        return approved[-1].budget_heading if approved else None

    def _expected(self, referral_id: UUID) -> Sequence[FundingHeading]:
        """Who else is expected to pay in this lot, by the contract version that was published."""
        state = self._state(referral_id)
        if not isinstance(state, Chosen) or state.facts.lot is None:
            return ()
        published = self.requests.published(referral_id)
        terms = self.registers.terms_of_version(published.contract_id, published.contract_version)
        lot = terms.lot(state.facts.lot)
        return lot.expects if lot else ()
