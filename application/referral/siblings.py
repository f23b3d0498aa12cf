"""The children of a search, and what their own records say of each of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from application.referral.scan import fields_with_identifiers
from application.shared.office import stream_of
from application.shared.registers import Registers
from domain.case.marks import Mark, marks_of_identity
from domain.referral import decider
from domain.referral.children import Children
from domain.referral.stages import Stage
from domain.shared.errors import NotFound, WrongState
from domain.shared.vocabulary import CaseId


@dataclass(frozen=True)
class Siblings:
    registers: Registers

    def of(self, referral_id: UUID) -> Children:
        """Every child that a search is about, by number; one alone is number 1."""
        stream = stream_of("referral", referral_id)
        return self.registers.office.known(decider, stream, Stage).facts.children

    def only_child(self, referral_id: UUID) -> CaseId:
        """The one child of a search; what is done for one alone is refused for several."""
        children = self.of(referral_id)
        if children.are_siblings:
            raise WrongState("This is not done for brothers and sisters together.")
        return children.by_number[1]

    def named_in(self, referral_id: UUID, texts: Mapping[str, str | None]) -> tuple[str, ...]:
        """The texts in which a child of a group stands by name, postcode or number (R-56).

        The record of one child alone lies in that child's own file, and names whom it will.
        Adults and schools are no child's secret to be erased with it (docs/personal-data.md).
        """
        children = self.of(referral_id)
        if not children.are_siblings:
            return ()
        return self.named_among(tuple(children.by_number.values()), texts)

    def named_among(
        self, case_ids: Sequence[CaseId], texts: Mapping[str, str | None]
    ) -> tuple[str, ...]:
        """The texts in which one of these children stands by name, postcode or number."""
        written = {name: text for name, text in texts.items() if text}
        return tuple(fields_with_identifiers(written, self._marks(case_ids)))

    def _marks(self, case_ids: Sequence[CaseId]) -> Iterator[Mark]:
        for case_id in case_ids:
            identity = self.registers.child(case_id).identity
            if identity is None:
                raise NotFound
            yield from marks_of_identity(identity)
