"""Telling the council that something may be wrong."""

from dataclasses import replace
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.access.principal import PROVIDER_ROLES
from application.concern.telling import NewConcern
from application.shared.office import stream_of
from application.shared.ports import Occasion
from domain.concern.vocabulary import Code, ConcernKind, Source
from domain.shared.envelope import GssCode
from domain.shared.errors import NotFound
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Moment
from interface.http.dependencies import Commanding, commanding
from interface.http.invitations.own import organisation_of
from interface.http.problems import declared
from interface.http.text import Body, PerhapsText, ShortText

router = APIRouter(prefix="/concerns", tags=["concerns"])


class SentConcern(Body):
    """What was told. A provider tells of its own homes and placements, and of now.

    `cases` and `placements` name the children; of a whole home `setting_id` is enough. `aware_at`
    is when the provider knew. `subject`, whom an allegation is against, is read by few, and by
    no provider.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "kind": "safeguarding_alert",
                "categories": ["physical_restraint"],
                "source": "child",
                "cases": [],
                "placements": [examples.PLACEMENT],
                "aware_at": "2026-03-09T23:50:00Z",
                "told_at": "2026-03-10T00:10:00Z",
                "account": "She says that she was held by the arm until it hurt.",
                "subject": "Morgan Underhill-Example",
            }
        }
    )

    kind: ConcernKind
    categories: list[Code] = Field(max_length=20)
    source: Source
    cases: list[UUID] = Field(default=[], max_length=50)
    placements: list[UUID] = Field(default=[], max_length=50)
    setting_id: UUID | None = None
    provider_id: UUID | None = None
    happened_at: Moment | None = None
    aware_at: Moment | None = None
    told_at: Moment | None = None
    death: bool = False
    account: PerhapsText
    subject: ShortText | None = None

    def told(self) -> NewConcern:
        return NewConcern(
            kind=self.kind,
            categories=tuple(self.categories),
            source=self.source,
            cases=tuple(self.cases),
            placements=tuple(self.placements),
            setting_id=self.setting_id,
            provider_id=self.provider_id,
            happened_at=self.happened_at,
            aware_at=self.aware_at,
            told_at=self.told_at,
            death=self.death,
            account=self.account,
            subject=self.subject,
        )


@router.post("", status_code=201, responses=declared(404))
def raise_concern(
    sent: SentConcern, response: Response, caller: Commanding = commanding(Action.RAISE_CONCERN)
) -> CommandAnswer:
    """Raise a concern, of any of the five kinds. However late, it is recorded."""
    for kind, named in (("case", sent.cases), ("placement", sent.placements)):
        for each in named:
            caller.reach(stream_of(kind, each))
    own = organisation_of(caller) if caller.principal.role in PROVIDER_ROLES else None
    if own is None and sent.setting_id is not None:
        caller.reach(stream_of("setting", sent.setting_id))
    if own is None and sent.provider_id is not None:
        caller.reach(stream_of("provider", sent.provider_id))
    new, occasion = (sent.told(), caller.occasion) if own is None else _by_provider(sent, caller)
    receipt = caller.service.concerns.handlers.raised(occasion, new, own)
    location = f"/v1/concerns/{receipt.ids['concern_id']}" if own is None else None
    return carried_out(caller.service, receipt, response, location)


def _by_provider(sent: SentConcern, caller: Commanding) -> tuple[NewConcern, Occasion]:
    """When a provider tells is the moment at which the council is told."""
    now = sent.model_copy(update={"told_at": None, "provider_id": None}).told()
    return now, _told_to(_whose_home(sent, caller), caller.occasion)


def _whose_home(sent: SentConcern, caller: Commanding) -> GssCode:
    """The council whose register lists the home, whatever council the token names (R-238).

    A concern about children is theirs whose children they are: of another's home, `NotFound`.
    """
    own = caller.principal.authority
    if sent.setting_id is None:
        return own
    listed = caller.service.tenancy.owner(stream_of("setting", sent.setting_id))
    if listed is None or (sent.placements and listed.authority != own):
        raise NotFound
    return listed.authority


def _told_to(council: GssCode, occasion: Occasion) -> Occasion:
    actor = occasion.actor.model_copy(update={"authority": council})
    return replace(occasion, actor=actor)
