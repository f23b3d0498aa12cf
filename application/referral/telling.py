"""What a provider would be told beside the pack, scanned as the pack is (5.4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from uuid import UUID

from application.referral.recognising import Recognising
from application.referral.scan import fields_with_identifiers
from application.referral.siblings import Siblings


@dataclass(frozen=True)
class Telling:
    siblings: Siblings
    recognising: Recognising

    def gives_away(self, referral_id: UUID, texts: Mapping[str, str]) -> Sequence[str]:
        """The texts in which one of the children of a search could be recognised."""
        children = self.siblings.of(referral_id).by_number.values()
        marks = chain.from_iterable(self.recognising.marks(each) for each in children)
        return fields_with_identifiers(texts, list(marks))
