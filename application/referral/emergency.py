"""The emergency path: published to the whole lot with a minimum pack, informed in parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from application.referral.from_record import OnRecord, lines_from_record
from application.referral.market import Amendment, MarketHandlers
from application.referral.publishing import PackContent, PublishingHandlers
from application.referral.scan import fields_with_identifiers
from application.shared.casework import Act, Ask
from application.shared.office import stream_of
from application.shared.ports import Occasion, Receipt
from domain.case.marks import MarkKind
from domain.referral import decider
from domain.referral.codes import InvitationId
from domain.referral.commands.emergency import AmendEmergency, PublishEmergency, SupplyInformation
from domain.referral.commands.search import PublishReferral
from domain.referral.field_matrix import PackField, PackStage
from domain.referral.rules.disclosure import require_none_but_fields_of
from domain.referral.sections import SectionName
from domain.referral.staged_pack import PackLine, StagedPack
from domain.shared.vocabulary import ProviderId, Subject


@dataclass(frozen=True)
class EmergencyHandlers:
    publishing: PublishingHandlers
    market: MarketHandlers

    def publish(
        self,
        occasion: Occasion,
        referral_id: UUID,
        content: PackContent,
        essentials: Mapping[PackField, str],
        *,
        certified_by: Subject | None,
        expecting: int,
    ) -> Receipt:
        """Ask every active member of the lot at once (4-126); both packs are scanned."""
        require_none_but_fields_of(PackStage.EMERGENCY, essentials)
        stream = stream_of("referral", referral_id)
        minted: dict[ProviderId, InvitationId] = {}

        def plan() -> Act:
            publication = self.publishing.publication(
                occasion,
                referral_id,
                content,
                certified_by=certified_by,
                named=None,
                minted=minted,
            )
            command = self._with_minimum(referral_id, publication, essentials)
            return Act([Ask(stream, decider, command, expecting=expecting)])

        return self.publishing.office.casework.do(occasion, plan, turn=stream)

    def _with_minimum(
        self, referral_id: UUID, whole: PublishReferral, essentials: Mapping[PackField, str]
    ) -> PublishEmergency:
        """The publication, and the minimum pack beside it."""
        publication = self._scanned(referral_id, whole, essentials)
        record = self.publishing.on_record(referral_id, publication.pack)
        return PublishEmergency(publication=publication, pack=emergency_pack(record, essentials))

    def amend(
        self,
        occasion: Occasion,
        referral_id: UUID,
        amendment: Amendment,
        essentials: Mapping[PackField, str],
        *,
        expecting: int,
    ) -> Receipt:
        """Both packs anew, above all once they were withdrawn; both are scanned (6-65)."""
        require_none_but_fields_of(PackStage.EMERGENCY, essentials)
        stream = stream_of("referral", referral_id)

        def plan() -> Act:
            written = self.market.amendment(occasion, referral_id, amendment)
            found = (*written.identifiers_found, *self._found(referral_id, essentials))
            record = self.publishing.on_record(referral_id, written.pack)
            command = AmendEmergency(
                amendment=written.model_copy(update={"identifiers_found": found}),
                pack=emergency_pack(record, essentials),
            )
            return Act([Ask(stream, decider, command, expecting=expecting)])

        return self.publishing.office.casework.do(occasion, plan, turn=stream)

    def supply(
        self, occasion: Occasion, referral_id: UUID, sections: Mapping[SectionName, str]
    ) -> Receipt:
        """Give the chosen provider a part of the full information.

        It names the child, its family in the plan for contact only (5.4, column Full), and a
        confidential address nowhere (6-61).
        """
        command = SupplyInformation(
            sections=dict(sections),
            identifiers_found=tuple(self._told_too_much(referral_id, sections)),
            now=occasion.now,
            by=Subject(occasion.actor.subject),
        )
        return self.publishing.requests.do(occasion, referral_id, command)

    def _told_too_much(
        self, referral_id: UUID, sections: Mapping[SectionName, str]
    ) -> Sequence[str]:
        marks = self.publishing.marks(self.publishing.requests.siblings.of(referral_id))
        secret = [mark for mark in marks if mark.confidential]
        others = [*secret, *(mark for mark in marks if mark.kind is MarkKind.RELATIVE)]
        found: list[str] = []
        for name, text in sections.items():
            unwanted = secret if name is SectionName.FAMILY else others
            found += fields_with_identifiers({name.value: text}, unwanted)
        return found

    def _scanned(
        self, referral_id: UUID, publication: PublishReferral, essentials: Mapping[PackField, str]
    ) -> PublishReferral:
        found = self._found(referral_id, essentials)
        return publication.model_copy(
            update={"identifiers_found": (*publication.identifiers_found, *found)}
        )

    def _found(self, referral_id: UUID, essentials: Mapping[PackField, str]) -> Sequence[str]:
        """The fields of the minimum pack that hold an identifier."""
        marks = self.publishing.marks(self.publishing.requests.siblings.of(referral_id))
        texts: dict[str, str] = dict(essentials)  # type: ignore[arg-type]  # a field is its own word
        return tuple(fields_with_identifiers(texts, marks))


def emergency_pack(record: OnRecord, essentials: Mapping[PackField, str]) -> StagedPack:
    """The minimum pack: what the record says, and the essentials as they were written."""
    written = (PackLine(field=field, text=text) for field, text in essentials.items())
    lines = (*lines_from_record(PackStage.EMERGENCY, record), *written)
    return StagedPack(stage=PackStage.EMERGENCY, lines=lines)
