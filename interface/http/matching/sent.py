"""What a search for homes may be asked with."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from application.matching.sought import Connection, Wishes
from domain.setting.codes import Code
from domain.shared.vocabulary import Locality, Provision
from interface.http import examples
from interface.http.asking import Day
from interface.http.text import Body, LotCode, ShortText

PostcodeText = Annotated[ShortText, Field(max_length=10)]

MOST_NEEDS = 50


class Near(Body):
    """Somewhere to stay near to: `kind` is a code such as `school`, `health` or `family`."""

    kind: Code
    postcode: PostcodeText


class SentWishes(Body):
    """What is wished for beyond what law and contract ask; each is told apart from a gate.

    `needs` shut out no home, however many: the answer says which a home states that it meets.
    Only those that are `essential_needs` do. `within_miles` is from the child's home.
    """

    needs: list[Code] = Field(default=[], max_length=MOST_NEEDS)
    essential_needs: list[Code] = Field(default=[], max_length=MOST_NEEDS)
    within_miles: int | None = Field(default=None, ge=1, le=1000)
    localities: list[Locality] = Field(default=[], max_length=len(Locality))
    max_co_residents: int | None = Field(default=None, ge=0, le=100)
    near: list[Near] = Field(default=[], max_length=10)

    def wishes(self) -> Wishes:
        return Wishes(
            needs=tuple(self.needs),
            essential_needs=tuple(self.essential_needs),
            within_tenths=None if self.within_miles is None else self.within_miles * 10,
            localities=frozenset(self.localities),
            max_co_residents=self.max_co_residents,
            near=tuple(Connection(each.kind, each.postcode) for each in self.near),
        )


class SentMatch(Body):
    """What is asked beside the referral. What is left out is as the referral says."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "arrives": "2026-03-09",
                "leaves": "2026-06-01",
                "wishes": {"needs": ["trauma"], "within_miles": 20},
            }
        }
    )

    arrives: Day | None = None
    leaves: Day | None = None
    provisions: list[Provision] | None = Field(default=None, max_length=len(Provision))
    wishes: SentWishes = SentWishes()


class SentSearch(Body):
    """Somebody described: no child is named. `lot` goes with `contract_id`."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "born_on": "2009-05-17",
                "arrives": "2026-03-09",
                "provisions": ["supported_accommodation"],
                "contract_id": examples.CONTRACT,
                "lot": "2.2",
                "from_postcode": "DE1 2GQ",
                "wishes": {"essential_needs": ["halal_food"]},
            }
        }
    )

    born_on: Day
    arrives: Day
    leaves: Day | None = None
    provisions: list[Provision] = Field(default=[], max_length=len(Provision))
    contract_id: UUID | None = None
    lot: LotCode | None = None
    from_postcode: PostcodeText | None = None
    wishes: SentWishes = SentWishes()
