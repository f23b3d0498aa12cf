"""A council's own entry. Another council's is not found."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.access.principal import Role
from application.authority.queries import AuthorityView
from domain.authority.boundaries import Boundaries
from domain.authority.commands import ChangeBoundaries, ListOfficer, SetFundingLimit
from domain.shared.envelope import GssCode
from domain.shared.vocabulary import Pence, Provision, Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import AskedOf, Day
from interface.http.dependencies import Caller, Commanding, commanding, reading
from interface.http.money import WeeklyPence
from interface.http.problems import declared
from interface.http.text import Body, GssText, ShortText

router = APIRouter(prefix="/authorities/{gss}", tags=["authorities"])


class NewBoundaries(Body):
    """A later edition, or a correction of the one from the same day."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "districts": ["E06000015"],
                "adjoining": ["E10000007"],
                "adjoining_districts": ["E07000034", "E07000036", "E07000039"],
                "centre_postcode": "DE1 2FS",
                "since": "2028-04-01",
                "source": "The Derbyshire (Structural Changes) Order",
                "approved_by": "dana-director",
            }
        }
    )

    districts: list[GssText] = Field(min_length=1, max_length=100)
    adjoining: list[GssText] = Field(max_length=100)
    adjoining_districts: list[GssText] = Field(max_length=100)
    centre_postcode: ShortText | None = Field(default=None, max_length=10)
    since: Day
    source: ShortText
    approved_by: ShortText


class NewFundingLimit(Body):
    """The highest weekly price that a role may authorise from a day on; null is no limit."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "role": "funding_authoriser",
                "provision": "fostering",
                "limit_pence": 150000,
                "since": "2026-04-01",
                "source": "Scheme of delegation, 2026",
            }
        }
    )

    role: Role
    provision: Provision | None = None
    limit_pence: WeeklyPence | None
    since: Day
    source: ShortText


class NewOfficer(Body):
    """Who acts for the council from a day on, by the name they sign in with; in no role no more."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "officer": "morgan-manager",
                "roles": ["team_manager"],
                "since": "2026-04-01",
                "source": "Duty rota, April 2026",
                "approved_by": "dana-director",
            }
        }
    )

    officer: ShortText
    roles: list[Role] = Field(max_length=20)
    since: Day
    source: ShortText
    approved_by: ShortText


@dataclass(frozen=True, kw_only=True)
class ReadOfficer:
    officer: Subject
    roles: Sequence[str]
    since: date


@dataclass(frozen=True, kw_only=True)
class ReadOfficers:
    """By name. None at all: the council keeps no list, and no name is held against one."""

    officers: Sequence[ReadOfficer]
    as_at: date
    as_known_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class ReadAuthority(AuthorityView):
    as_at: date
    as_known_at: datetime | None


@router.get("", responses=declared(404))
def read_authority(
    gss: GssText, asked: AskedOf, caller: Caller = reading(Action.READ_REGISTERS)
) -> ReadAuthority:
    """Where the council's area ended on a day, and who might authorise how much."""
    view = caller.service.registers.authority_records.view(GssCode(gss), asked.of)
    shown = {each.name: getattr(view, each.name) for each in fields(AuthorityView)}
    return ReadAuthority(**shown, as_at=asked.of.day, as_known_at=asked.known_at)


@router.get("/officers", responses=declared(404))
def read_officers(
    gss: GssText,
    asked: AskedOf,
    role: Role | None = None,
    caller: Caller = reading(Action.READ_REGISTERS),
) -> ReadOfficers:
    """Who acts for the council on a day, for whoever has to name one of them (R-121)."""
    found = caller.service.registers.authority_records.officers(GssCode(gss), asked.of, role)
    shown = [ReadOfficer(officer=e.officer, roles=e.roles, since=e.from_) for e in found]
    return ReadOfficers(officers=shown, as_at=asked.of.day, as_known_at=asked.known_at)


@router.post("/officers", status_code=201, responses=declared(404, 409))
def list_officer(
    gss: GssText,
    new: NewOfficer,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_AUTHORITY),
) -> CommandAnswer:
    """Say in which roles somebody acts for the council; from then on names are held against it."""
    command = ListOfficer(
        officer=Subject(new.officer),
        roles=tuple(sorted(set(new.roles))),
        from_=new.since,
        source=new.source,
        approved_by=Subject(new.approved_by),
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.registers.authorities.do(caller.occasion, GssCode(gss), command)
    return carried_out(caller.service, receipt, response)


@router.post("/boundaries", status_code=201, responses=declared(404, 409))
def change_boundaries(
    gss: GssText,
    new: NewBoundaries,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_AUTHORITY),
) -> CommandAnswer:
    """Publish an edition of the boundaries. Placements are judged by the one of their start."""
    command = ChangeBoundaries(
        boundaries=Boundaries(
            districts=tuple(map(GssCode, new.districts)),
            adjoining=tuple(map(GssCode, new.adjoining)),
            adjoining_districts=tuple(map(GssCode, new.adjoining_districts)),
            centre_postcode=new.centre_postcode,
            from_=new.since,
        ),
        source=new.source,
        approved_by=Subject(new.approved_by),
    )
    receipt = caller.service.registers.authorities.do(caller.occasion, GssCode(gss), command)
    return carried_out(caller.service, receipt, response)


@router.post("/funding-limits", status_code=201, responses=declared(404, 409))
def set_funding_limit(
    gss: GssText,
    new: NewFundingLimit,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_AUTHORITY),
) -> CommandAnswer:
    """Say how much a role may authorise from a day on."""
    command = SetFundingLimit(
        role=new.role,
        provision=new.provision,
        limit=None if new.limit_pence is None else Pence(new.limit_pence),
        from_=new.since,
        source=new.source,
        by_role=caller.principal.role,
    )
    receipt = caller.service.registers.authorities.do(caller.occasion, GssCode(gss), command)
    return carried_out(caller.service, receipt, response)
