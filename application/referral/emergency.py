"""The emergency path: published to the whole lot with a minimum pack, informed in parts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from application.referral.market import Amendment, MarketHandlers
from application.referral.publishing import PackContent, PublishingHandlers
from application.referral.scan import fields_with_identifiers
from application.shared.casework import Act, Ask
from application.shared.office import stream_of
from application.shared.ports import Occasion, Receipt
from domain.case.marks import MarkKind
from domain.referral import decider
from domain.referral.codes import InvitationId
from domain.referral.commands import (
    AmendEmergency,
    PublishEmergency,
    PublishReferral,
    SupplyInformation,
)
from domain.referral.field_matrix import PackField, PackStage
from domain.referral.pack import RedactedPack
from domain.referral.rules.emergency import require_shown_at
from domain.referral.sections import SectionName
from domain.referral.staged_pack import PackLine, StagedPack
from domain.shared.vocabulary import ProviderId, Subject


@dataclass(frozen=True)
class EmergencyHandlers:
    publishing: PublishingHandlers

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
        require_shown_at(PackStage.EMERGENCY, essentials)
        stream = stream_of("referral", referral_id)
        minted: dict[ProviderId, InvitationId] = {}

        def plan() -> Act:
            publication = self._scanned(
                referral_id,
                self.publishing.publication(
                    occasion,
                    referral_id,
                    content,
                    certified_by=certified_by,
                    named=None,
                    minted=minted,
                ),
                essentials,
            )
            pack = emergency_pack(referral_id, publication.pack, essentials)
            command = PublishEmergency(publication=publication, pack=pack)
            return Act([Ask(stream, decider, command, expecting=expecting)])

        return self.publishing.office.casework.do(occasion, plan, turn=stream)

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
        require_shown_at(PackStage.EMERGENCY, essentials)
        stream = stream_of("referral", referral_id)

        def plan() -> Act:
            written = MarketHandlers(self.publishing).amendment(occasion, referral_id, amendment)
            found = (*written.identifiers_found, *self._found(referral_id, essentials))
            command = AmendEmergency(
                amendment=written.model_copy(update={"identifiers_found": found}),
                pack=emergency_pack(referral_id, written.pack, essentials),
            )
            return Act([Ask(stream, decider, command, expecting=expecting)])

        return self.publishing.office.casework.do(occasion, plan, turn=stream)

    def supply(
        self, occasion: Occasion, referral_id: UUID, sections: Mapping[SectionName, str]
    ) -> Receipt:
        """Give the chosen provider a part of the full information.

        It names the child, and its family in the plan for contact only (5.4, column Full).
        """
        marks = self.publishing.marks(self.publishing.requests.siblings.of(referral_id))
        others = [mark for mark in marks if mark.kind is MarkKind.RELATIVE]
        texts: dict[str, str] = {n: t for n, t in sections.items() if n is not SectionName.FAMILY}
        command = SupplyInformation(
            sections=dict(sections),
            identifiers_found=tuple(fields_with_identifiers(texts, others)),
            now=occasion.now,
            by=Subject(occasion.actor.subject),
        )
        return self.publishing.requests.do(occasion, referral_id, command)

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


def emergency_pack(
    referral_id: UUID, published: RedactedPack, essentials: Mapping[PackField, str]
) -> StagedPack:
    """The minimum pack: what the record says, and the essentials as they were written."""
    written = (PackLine(field=field, text=text) for field, text in essentials.items())
    lines = (*_from_record(referral_id, published), *written)
    return StagedPack(stage=PackStage.EMERGENCY, lines=lines)


def _from_record(referral_id: UUID, published: RedactedPack) -> Iterator[PackLine]:
    yield PackLine(field=PackField.REFERENCE, text=str(referral_id))
    yield PackLine(field=PackField.BIRTH, text=f"{published.age_in_years} years")
    yield PackLine(field=PackField.SEX, text=published.sex)
    yield PackLine(field=PackField.SIBLINGS, text=str(published.sibling_group_size))
    yield PackLine(field=PackField.LEGAL_STATUS, text=published.legal_status.name.lower())
    unaccompanied = "unaccompanied" if published.unaccompanied else "not unaccompanied"
    yield PackLine(field=PackField.UNACCOMPANIED, text=unaccompanied)
