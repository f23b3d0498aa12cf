"""Publication: a redacted pack, certified, to the active providers of a lot."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from uuid import UUID

from application.referral.from_record import OnRecord
from application.referral.ports import LotMembers
from application.referral.recognising import Recognising
from application.referral.request import RequestHandlers
from application.referral.scan import fields_with_identifiers
from application.referral.sibling_pack import with_siblings
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from application.shared.registers import Registers
from domain.case.chronology import CaseChronology
from domain.case.marks import Mark
from domain.provider.state import is_barred, is_member
from domain.referral import decider
from domain.referral.children import Children
from domain.referral.codes import Code, Duration, InvitationId
from domain.referral.commands.search import PublishReferral
from domain.referral.events.request import ReferralAccepted
from domain.referral.events.search import ExternalSearchApproved
from domain.referral.pack import Invitee, RedactedPack, Risk
from domain.referral.stages import Stage
from domain.shared.errors import NotFound, WrongState
from domain.shared.money import Amount
from domain.shared.personal import legible
from domain.shared.terms import ContractTerms
from domain.shared.vocabulary import LegalStatus, ProviderId, Subject, age_on


@dataclass(frozen=True, slots=True, kw_only=True)
class PackContent:
    """What a broker writes for publication; the rest of the pack comes from the record."""

    needs: tuple[Code, ...]
    risks: tuple[Risk, ...]
    sibling_group_size: int
    area: Code
    half_hours: int
    needed_from: date
    duration: Duration
    indicative_weekly: Amount | None
    summary: str


@dataclass(frozen=True)
class PublishingHandlers:
    registers: Registers
    requests: RequestHandlers
    members: LotMembers
    recognising: Recognising

    @property
    def office(self) -> Office:
        return self.registers.office

    def publish(
        self,
        occasion: Occasion,
        referral_id: UUID,
        content: PackContent,
        *,
        certified_by: Subject | None,
        named: Sequence[ProviderId] | None,
        expecting: int,
    ) -> Receipt:
        """Release a redacted pack to the lot's active members, or to those named of them.

        The pack is scanned first for all by which any of the children could be recognised.
        """
        stream = stream_of("referral", referral_id)
        minted = {p: InvitationId(self.office.ids.new()) for p in named or ()}

        def plan() -> Act:
            command = self.publication(
                occasion,
                referral_id,
                content,
                certified_by=certified_by,
                named=named,
                minted=minted,
            )
            asked = self.registers.looked_up(command)
            return Act([Ask(stream, decider, asked, expecting=expecting)])

        return self.office.casework.do(occasion, plan, turn=stream)

    def publication(
        self,
        occasion: Occasion,
        referral_id: UUID,
        content: PackContent,
        *,
        certified_by: Subject | None,
        named: Sequence[ProviderId] | None,
        minted: dict[ProviderId, InvitationId],
    ) -> PublishReferral:
        """The command to publish, with what record, registers and scan say at this moment."""
        accepted = self._accepted(referral_id)
        terms = self.registers.terms(accepted.contract_id, self.office.today())
        children = self.requests.siblings.of(referral_id)
        return PublishReferral(
            pack=self.pack(referral_id, children, content),
            certified_by=certified_by,
            identifiers_found=tuple(self.identifiers(children, content)),
            audience=tuple(self.audience(terms, accepted.lot, named, minted)),
            terms=terms,
            now=occasion.now,
            by=Subject(occasion.actor.subject),
        )

    def audience(
        self,
        terms: ContractTerms,
        lot: str,
        named: Sequence[ProviderId] | None,
        minted: dict[ProviderId, InvitationId],
    ) -> Sequence[Invitee]:
        """Those named, whatever their standing, so that it is refused by name; or all active."""
        asked = (
            named
            if named is not None
            else self.members.on(terms.contract_id, lot, self.office.today())
        )
        invitees = [self._invitee(each, terms, lot, minted) for each in asked]
        if named is not None:
            return invitees
        return [each for each in invitees if each.on_lot and not each.suspended]

    def _invitee(
        self,
        provider_id: ProviderId,
        terms: ContractTerms,
        lot: str,
        minted: dict[ProviderId, InvitationId],
    ) -> Invitee:
        held, today = self.registers.provider(provider_id), self.office.today()
        # A clash repeats the plan: who was asked keeps the invitation first minted.
        invitation = minted.setdefault(provider_id, InvitationId(self.office.ids.new()))
        return Invitee(
            invitation_id=invitation,
            provider_id=provider_id,
            on_lot=is_member(held, terms.contract_id, lot, today),
            suspended=is_barred(held, today),
        )

    def pack(self, referral_id: UUID, children: Children, content: PackContent) -> RedactedPack:
        """The pack as it would be published: taken from the record, and what the broker wrote."""
        today = self.office.today()
        records = {n: self.registers.child(each) for n, each in children.by_number.items()}
        pack = _pack(records[1], self._budgeted(referral_id, content), today)
        if not children.are_siblings:
            return pack
        state = self.office.known(decider, stream_of("referral", referral_id), Stage)
        return with_siblings(pack, records, today, together=state.facts.request.together)

    def on_record(
        self, referral_id: UUID, published: RedactedPack, *, named: bool = False
    ) -> OnRecord:
        """What a pack of a later stage takes from the record today."""
        children = self.requests.siblings.of(referral_id)
        secret = any(mark.confidential for mark in self.marks(children))
        records = {n: self.registers.child(each) for n, each in children.by_number.items()}
        today = self.office.today()
        return OnRecord(referral_id, records, published, secret, today, named)

    def identifiers(self, children: Children, content: PackContent) -> Sequence[str]:
        """The pack's fields in which one of the children could be recognised."""
        texts = {
            "summary": content.summary,
            "area": content.area.replace("_", " "),
            "needs": " ".join(content.needs).replace("_", " "),
            "risks": " ".join(risk.category for risk in content.risks).replace("_", " "),
        }
        return fields_with_identifiers(texts, self.marks(children))

    def marks(self, children: Children) -> Sequence[Mark]:
        """All by which any of the children could be recognised."""
        marks = (self.recognising.marks(case_id) for case_id in children.by_number.values())
        return list(chain.from_iterable(marks))

    def _budgeted(self, referral_id: UUID, content: PackContent) -> PackContent:
        """Providers get an indicative budget (4-111): the one approved, unless another is sent."""
        if content.indicative_weekly is not None:
            return content
        facts = self.office.streams.read(stream_of("referral", referral_id)).facts
        approved = [e.indicative_weekly for e in facts if isinstance(e, ExternalSearchApproved)]
        return replace(content, indicative_weekly=approved[-1] if approved else None)

    def _accepted(self, referral_id: UUID) -> ReferralAccepted:
        facts = self.office.streams.read(stream_of("referral", referral_id)).facts
        found = [event for event in facts if isinstance(event, ReferralAccepted)]
        if not found:
            raise WrongState("The referral has not been accepted in a lot yet.")
        return found[-1]


def _pack(child: CaseChronology, content: PackContent, today: date) -> RedactedPack:
    """Structured fields are taken from the record, and never blanked out of it."""
    if child.identity is None:
        raise NotFound
    return RedactedPack(
        age_in_years=age_on(legible(child.identity.accepted_birth.born_on), today),
        sex=child.identity.sex.name.lower(),
        legal_status=child.legal_status_on(today) or LegalStatus.NOT_LOOKED_AFTER,
        unaccompanied=child.identity.unaccompanied is not None,
        needs=content.needs,
        risks=content.risks,
        sibling_group_size=content.sibling_group_size,
        area=content.area,
        half_hours=content.half_hours,
        needed_from=content.needed_from,
        duration=content.duration,
        indicative_weekly=content.indicative_weekly,
        summary=content.summary,
    )
