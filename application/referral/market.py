"""The published search: its pack amended or withdrawn, its providers extended and added to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application.referral.invitation import own_invitation
from application.referral.invitation.sorting import SORTED_OUT
from application.referral.publishing import PackContent, PublishingHandlers
from application.referral.words_that_leave import WordsThatLeave
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from domain.referral import decider
from domain.referral.codes import Code, InvitationId
from domain.referral.commands import ReferralCommand
from domain.referral.commands.market import (
    AmendPublishedReferral,
    AnswerAboutInvitation,
    ExtendDeadline,
    MinimumPack,
    RecordTelephoneContact,
    WidenSearch,
)
from domain.referral.events import ReferralEvent
from domain.referral.events.emergency import PackReleased
from domain.referral.pack import Invitee
from domain.referral.triage import QuestionId
from domain.shared.envelope import StreamId
from domain.shared.terms import ContractTerms
from domain.shared.vocabulary import ProviderId, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """Another version of the pack, and whether it changes what providers would answer."""

    content: PackContent
    certified_by: Subject | None
    material: bool
    reason: Code
    text: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Widening:
    """Whom to ask besides: the active members of these lots, or those named of them."""

    lots: tuple[str, ...]
    named: tuple[ProviderId, ...] | None
    reason: Code
    text: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    question_id: QuestionId
    text: str
    to_all: bool
    shared_as: str | None


def minimum_pack(facts: Sequence[ReferralEvent]) -> MinimumPack | None:
    """The minimum pack that everybody asked was shown last; none where there never was one."""
    released = [e for e in facts if isinstance(e, PackReleased) and e.offer_id is None]
    if not released:
        return None
    return MinimumPack(pack=released[-1].pack, certified_by=released[-1].certified_by)


@dataclass(frozen=True)
class MarketHandlers:
    publishing: PublishingHandlers
    words: WordsThatLeave

    @property
    def office(self) -> Office:
        return self.publishing.office

    def do(
        self,
        occasion: Occasion,
        referral_id: UUID,
        command: ReferralCommand,
        expecting: int | None = None,
    ) -> Receipt:
        """Carry out a command that needs nothing but itself."""
        return self.publishing.requests.do(occasion, referral_id, command, expecting)

    def amend(
        self, occasion: Occasion, referral_id: UUID, amendment: Amendment, expecting: int
    ) -> Receipt:
        """Put another version of the pack in the place of the one that is shown."""
        stream = stream_of("referral", referral_id)

        def plan() -> Act:
            command = self.amendment(occasion, referral_id, amendment)
            return Act([Ask(stream, decider, command, expecting=expecting)])

        return self.office.casework.do(occasion, plan, turn=stream)

    def amendment(
        self, occasion: Occasion, referral_id: UUID, amendment: Amendment
    ) -> AmendPublishedReferral:
        """What is asked, scanned and with what the record says today."""
        children = self.publishing.requests.siblings.of(referral_id)
        command = AmendPublishedReferral(
            pack=self.publishing.pack(referral_id, children, amendment.content),
            certified_by=amendment.certified_by,
            identifiers_found=tuple(self.publishing.identifiers(children, amendment.content)),
            material=amendment.material,
            reason=amendment.reason,
            text=amendment.text,
            terms=self._terms(referral_id),
            now=occasion.now,
            by=Subject(occasion.actor.subject),
        )
        return self.publishing.registers.looked_up(command)

    def extend(
        self,
        occasion: Occasion,
        referral_id: UUID,
        deadline: datetime,
        reason: Code,
        expecting: int,
    ) -> Receipt:
        command = ExtendDeadline(
            deadline=deadline,
            reason=reason,
            now=occasion.now,
            by=Subject(occasion.actor.subject),
        )
        return self.do(occasion, referral_id, command, expecting)

    def widen(
        self, occasion: Occasion, referral_id: UUID, widening: Widening, expecting: int
    ) -> Receipt:
        """Ask more providers, under the contract version that the search was published under."""
        stream = stream_of("referral", referral_id)
        minted: dict[ProviderId, InvitationId] = {}

        def plan() -> Act:
            terms = self._terms(referral_id)
            command = WidenSearch(
                lots=widening.lots,
                audience=tuple(self._audience(referral_id, terms, widening, minted)),
                reason=widening.reason,
                text=widening.text,
                terms=terms,
                minimum=minimum_pack(self.office.streams.read(stream).facts),
                now=occasion.now,
                by=Subject(occasion.actor.subject),
            )
            return Act([Ask(stream, decider, command, expecting=expecting)])

        return self.office.casework.do(occasion, plan, turn=stream)

    def answer(self, occasion: Occasion, referral_id: UUID, answer: Answer) -> Receipt:
        """Answer a question; what is said is scanned as a pack is."""
        texts = {"text": answer.text, "shared_as": answer.shared_as}
        command = AnswerAboutInvitation(
            question_id=answer.question_id,
            text=answer.text,
            to_all=answer.to_all,
            shared_as=answer.shared_as,
            would_tell=self.words.gives_away(referral_id, texts),
            now=occasion.now,
            by=Subject(occasion.actor.subject),
        )
        stream = stream_of("referral", referral_id)

        def plan() -> Act:
            out = tuple(self._out(stream, answer.question_id))
            return Act([Ask(stream, decider, command.model_copy(update={"out": out}))])

        return self.office.casework.do(occasion, plan, turn=stream)

    def _out(self, stream: StreamId, question_id: QuestionId) -> Iterable[ProviderId]:
        """Who knows its outcome; and who may be given nothing new, unless it asked itself."""
        history = self.office.streams.read(stream)
        known = history.in_order(SORTED_OUT)
        for each in known.each:
            own = own_invitation(history.events, each, known)
            asked = own is not None and any(
                it.own and it.question_id == question_id for it in own.questions
            )
            barred = self.publishing.registers.is_barred(each) and not asked
            if barred or (own is not None and own.outcome_at is not None):
                yield each

    def telephoned(
        self, occasion: Occasion, referral_id: UUID, contact: RecordTelephoneContact
    ) -> Receipt:
        """Note a call; its note is looked through, and recorded whatever it says."""
        found = self.words.gives_away(referral_id, {"note": contact.note})
        command = contact.model_copy(update={"would_tell": found})
        return self.do(occasion, referral_id, command)

    def _terms(self, referral_id: UUID) -> ContractTerms:
        published = self.publishing.requests.published(referral_id)
        return self.publishing.registers.terms_of_version(
            published.contract_id, published.contract_version
        )

    def _audience(
        self,
        referral_id: UUID,
        terms: ContractTerms,
        widening: Widening,
        minted: dict[ProviderId, InvitationId],
    ) -> Sequence[Invitee]:
        """Each provider under the first of the lots that it is on."""
        own = self.publishing.requests.published(referral_id).lot
        found: dict[ProviderId, Invitee] = {}
        for lot in widening.lots or (own,):
            for each in self.publishing.audience(terms, lot, widening.named, minted):
                standing = found.get(each.provider_id)
                if standing is None or (each.on_lot and not standing.on_lot):
                    under = None if lot == own else lot
                    found[each.provider_id] = each.model_copy(update={"lot": under})
        return list(found.values())
