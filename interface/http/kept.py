"""What a list of what waits may be kept to: a child, a provider, somebody's children."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query

from application.access.principal import Principal
from application.clock.queries import About
from interface.http.text import SubjectText


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptTo:
    """As it was asked, for the cursor; `about` says whom "mine" are."""

    case_id: UUID | None = None
    provider_id: UUID | None = None
    who: SubjectText | None = None
    mine: bool = False

    def about(self, principal: Principal) -> About:
        own = [principal.teams | {principal.subject}] if self.mine else []
        theirs = [frozenset({self.who})] if self.who else []
        return About(case_id=self.case_id, provider_id=self.provider_id, worked_by=(*own, *theirs))


def _kept_to(
    case_id: Annotated[UUID | None, Query(description="Only about this child")] = None,
    provider_id: Annotated[
        UUID | None, Query(description="Only about this provider: its homes, who lives there")
    ] = None,
    who: Annotated[
        SubjectText | None, Query(description="Only children whom this person or team works with")
    ] = None,
    *,
    mine: Annotated[
        bool, Query(description="Only children whom the caller or a team of theirs works with")
    ] = False,
) -> KeptTo:
    return KeptTo(case_id=case_id, provider_id=provider_id, who=who, mine=mine)


Kept = Annotated[KeptTo, Depends(_kept_to)]
