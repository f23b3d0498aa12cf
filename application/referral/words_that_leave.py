"""What is read outside the council beside the pack, scanned as the pack is (5.4, R-97)."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from uuid import UUID

from application.referral.recognising import Recognising
from application.referral.scan import fields_with_identifiers
from application.referral.siblings import Siblings
from domain.shared.personal import Erased


@dataclass(frozen=True)
class WordsThatLeave:
    siblings: Siblings
    recognising: Recognising

    def gives_away(
        self, referral_id: UUID, texts: Mapping[str, str | Erased | None]
    ) -> tuple[str, ...]:
        """The texts in which one of the children of a search could be recognised, by field."""
        written = {field: text for field, text in texts.items() if isinstance(text, str) and text}
        if not written:
            return ()
        children = self.siblings.of(referral_id).by_number.values()
        marks = chain.from_iterable(self.recognising.marks(each) for each in children)
        return tuple(fields_with_identifiers(written, list(marks)))
