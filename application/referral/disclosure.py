"""Telling more in stages: the matching pack, the first name, the full pack (5.3, 5.4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from application.referral.from_record import OnRecord, lines_from_record
from application.referral.invited import referral_of
from application.referral.market import minimum_pack
from application.referral.offer_chosen import OfferChosen
from application.referral.ports import Invitations
from application.referral.proposing import Proposing
from application.referral.publishing import PublishingHandlers
from application.referral.scan_by_stage import fields_that_tell
from application.shared.casework import Act, Ask
from application.shared.office import stream_of
from application.shared.ports import Occasion, Receipt
from domain.referral import decider
from domain.referral.codes import InvitationId
from domain.referral.commands import ReferralCommand
from domain.referral.commands.disclosure import (
    AcceptConfidentiality,
    NameInMinimumPack,
    ReleaseFullPack,
    ReleaseMatchingPack,
)
from domain.referral.field_matrix import PackField, PackStage
from domain.referral.rules.disclosure import require_none_but_fields_of
from domain.referral.staged_pack import TAKEN_FROM_RECORD, PackLine, StagedPack
from domain.referral.stages import Asked
from domain.shared.errors import WrongState
from domain.shared.personal import legible
from domain.shared.vocabulary import OfferId, ProviderId, SettingId, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a person wrote for one stage, field by field, and who certifies it."""

    fields: Mapping[PackField, str]
    certified_by: Subject | None


@dataclass(frozen=True)
class DisclosureHandlers:
    publishing: PublishingHandlers
    proposing: Proposing
    invitations: Invitations

    def accept_terms(
        self, occasion: Occasion, invitation_id: InvitationId, provider_id: ProviderId
    ) -> Receipt:
        """Bind a provider to the terms of the contract version that it was asked under."""
        referral_id = referral_of(self.invitations, invitation_id, provider_id)
        published = self.publishing.requests.published(referral_id)
        command = AcceptConfidentiality(
            provider_id=provider_id,
            contract_id=published.contract_id,
            contract_version=published.contract_version,
            at=occasion.now,
            by=Subject(occasion.actor.subject),
        )
        return self.publishing.requests.do(occasion, referral_id, command)

    def release_matching(
        self,
        occasion: Occasion,
        referral_id: UUID,
        offer_id: OfferId,
        written: Written,
        expecting: int,
    ) -> Receipt:
        """What a shortlisted provider needs to weigh the match, scanned as a pack is."""
        require_none_but_fields_of(PackStage.MATCHING, written.fields)

        def command() -> ReferralCommand:
            told = self._told(occasion, referral_id, PackStage.MATCHING, written)
            lived_in = self._lived_in(referral_id, offer_id)
            return ReleaseMatchingPack(offer_id=offer_id, lived_in=lived_in, **told)

        return self._release(occasion, referral_id, command, expecting)

    def release_full(
        self, occasion: Occasion, referral_id: UUID, written: Written, expecting: int
    ) -> Receipt:
        """Everything that the home must know, once the start is agreed; of one child only."""
        require_none_but_fields_of(PackStage.FULL, written.fields)
        self.publishing.requests.siblings.only_child(referral_id)

        def command() -> ReferralCommand:
            told = self._told(occasion, referral_id, PackStage.FULL, written)
            agreed = self.proposing.start_agreed(referral_id)
            return ReleaseFullPack(start_agreed=agreed, **told)

        return self._release(occasion, referral_id, command, expecting)

    def name_in_minimum(
        self, occasion: Occasion, referral_id: UUID, certified_by: Subject | None, expecting: int
    ) -> Receipt:
        """The minimum pack as it was released, with the first name, for whose offer was taken."""
        self.publishing.requests.siblings.only_child(referral_id)

        def command() -> ReferralCommand:
            fields = self._minimum(referral_id)
            written = Written(fields=fields, certified_by=certified_by)
            told = self._told(occasion, referral_id, PackStage.EMERGENCY, written, named=True)
            return NameInMinimumPack(**told)

        return self._release(occasion, referral_id, command, expecting)

    def _release(
        self, occasion: Occasion, referral_id: UUID, command: Any, expecting: int
    ) -> Receipt:
        stream = stream_of("referral", referral_id)

        def plan() -> Act:
            return Act([Ask(stream, decider, command(), expecting=expecting)])

        return self.publishing.office.casework.do(occasion, plan, turn=stream)

    def _told(
        self,
        occasion: Occasion,
        referral_id: UUID,
        stage: PackStage,
        written: Written,
        *,
        named: bool = False,
    ) -> dict[str, Any]:
        """What the record says today and what was written, scanned for this stage."""
        marks = self.publishing.marks(self.publishing.requests.siblings.of(referral_id))
        record = self._on_record(referral_id, named=named)
        lines = (PackLine(field=field, text=text) for field, text in written.fields.items())
        return {
            "pack": StagedPack(stage=stage, lines=(*lines_from_record(stage, record), *lines)),
            "certified_by": written.certified_by,
            "identifiers_found": tuple(fields_that_tell(stage, written.fields, marks)),
            "now": occasion.now,
            "by": Subject(occasion.actor.subject),
        }

    def _on_record(self, referral_id: UUID, *, named: bool) -> OnRecord:
        requests = self.publishing.requests
        return self.publishing.on_record(
            referral_id, requests.published(referral_id).pack, named=named
        )

    def _lived_in(self, referral_id: UUID, offer_id: OfferId) -> tuple[SettingId, ...]:
        """What the register says of who lives in the offered homes; of an unknown offer nothing."""
        requests = self.publishing.requests
        state = self.publishing.office.state(decider, stream_of("referral", referral_id))
        held = state.facts.offers.get(offer_id) if isinstance(state, Asked) else None
        if held is None or not isinstance(state, Asked):
            return ()
        published = requests.published(referral_id)
        return OfferChosen(referral_id, state.facts, held, published).lived_in(requests.registers)

    def _minimum(self, referral_id: UUID) -> Mapping[PackField, str]:
        """What was written in the minimum pack that everybody was shown last."""
        stream = stream_of("referral", referral_id)
        shown = minimum_pack(self.publishing.office.streams.read(stream).facts)
        if shown is None:
            raise WrongState("No minimum pack was released for this search.")
        return {each.field: legible(each.text) for each in shown.pack.lines if _is_written(each)}


def _is_written(line: PackLine) -> bool:
    return line.field not in TAKEN_FROM_RECORD
