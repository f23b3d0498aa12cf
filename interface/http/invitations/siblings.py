"""What an offer says of brothers and sisters: which of them, by number, and where."""

from uuid import UUID

from pydantic import ConfigDict, Field

from domain.referral.siblings import ChildInHome, Extent, ForSiblings
from domain.shared.vocabulary import SettingId
from interface.http import examples
from interface.http.text import Body


class SentChildInHome(Body):
    child: int = Field(ge=1, le=20, strict=True)
    setting_id: UUID


class SentForSiblings(Body):
    """All `together` in the home that is offered; only the `children` named there; or `split`.

    A split offer names in `homes` a home of one's own for each child, and no `setting_id`.
    Children are meant by their number in the pack.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "extent": "split",
                "homes": [
                    {"child": 1, "setting_id": examples.SETTING},
                    {"child": 2, "setting_id": examples.SETTING},
                ],
            }
        }
    )

    extent: Extent
    children: list[int] = Field(default=[], max_length=20)
    homes: list[SentChildInHome] = Field(default=[], max_length=20)

    def told(self) -> ForSiblings:
        return ForSiblings(
            extent=self.extent,
            children=tuple(self.children),
            homes=tuple(
                ChildInHome(child=each.child, setting_id=SettingId(each.setting_id))
                for each in self.homes
            ),
        )
