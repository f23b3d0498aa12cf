"""Finding a child whose name is sealed: keyed hashes, and sealed columns to tell two apart.

The index dies with the child's key: without it the sealed columns read as erased, and an
erasure purges the rows (R-28).
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Index, MetaData, Row, Table, Text, select

from application.case.search import FoundChild, Sought
from domain.case.chronology.identity import identity_of
from domain.case.events import CaseOpened, IdentityAmended
from domain.case.identity import Identity
from domain.shared.envelope import FileId, GssCode, Recorded
from domain.shared.personal import ERASED, Erased
from domain.shared.vocabulary import CaseId
from infrastructure.keys.search import Kind, PersonHasher
from infrastructure.read_models.base import Cabinet, Desk, Reading, ReadModel

NAME = "person_index"
CONTEXT = "person-index:{}"
LIMIT = 50


def define(metadata: MetaData, suffix: str) -> Sequence[Table]:
    people, tokens = f"people{suffix}", f"person_tokens{suffix}"
    return [
        Table(
            people,
            metadata,
            Column("stream", Text, primary_key=True),
            Column("authority", Text, nullable=False),
            Column("file", Text, nullable=False),
            Column("sealed", Text, nullable=False),
        ),
        Table(
            tokens,
            metadata,
            Column("token", Text, primary_key=True),
            Column("stream", Text, primary_key=True),
            Column("kind", Text, nullable=False),
            Index(f"{tokens}_stream", "stream"),
        ),
    ]


@dataclass(frozen=True)
class PersonProjection:
    hasher: PersonHasher

    def model(self) -> ReadModel:
        return ReadModel(NAME, 1, define, self.project, ("case",))

    def project(self, desk: Desk, recorded: Recorded[Any]) -> None:
        if not isinstance(recorded.event, CaseOpened | IdentityAmended):
            return
        people, tokens = desk.tables
        identity = identity_of(desk.history(recorded).events)
        if identity is None or isinstance(identity.accepted_birth.born_on, Erased):
            return
        shown = {"name": identity.full_name, "born_on": str(identity.accepted_birth.born_on)}
        row = {
            "stream": recorded.stream,
            "authority": recorded.actor.authority,
            "file": recorded.file,
            "sealed": desk.cabinet.seal_text(
                json.dumps(shown), recorded.file, CONTEXT.format(recorded.stream)
            ),
        }
        hashed = {token: kind for kind, token in tokens_of(self.hasher, identity)}
        found_by = [{"token": t, "kind": k, "stream": recorded.stream} for t, k in hashed.items()]
        desk.sheet(people).replace([row], stream=recorded.stream)
        desk.sheet(tokens).replace(found_by, stream=recorded.stream)


def tokens_of(hasher: PersonHasher, identity: Identity) -> Iterable[tuple[Kind, str]]:
    """Everything by which this child is to be found."""
    for kind, value in _terms(identity):
        for token in hasher.tokens(kind, value):
            yield kind, token


def _terms(identity: Identity) -> Iterable[tuple[Kind, str]]:
    for held in (identity.known_as, identity.former_names, (identity.full_name,)):
        for name in () if isinstance(held, Erased) else held:
            if isinstance(name, str):
                yield Kind.NAME_PART, name
                yield Kind.WHOLE_NAME, name
    for birth in identity.birth_dates:
        if not isinstance(birth.born_on, Erased):
            yield Kind.BORN_ON, birth.born_on.isoformat()
    for identifier in identity.identifiers:
        if not isinstance(identifier.value, Erased):
            yield Kind.IDENTIFIER, identifier.value


@dataclass(frozen=True)
class StoredPersonIndex:
    reading: Reading
    hasher: PersonHasher
    cabinet: Cabinet

    def find(self, authority: GssCode, sought: Sought) -> Sequence[FoundChild]:
        wanted = [
            *(self.hasher.tokens(Kind.NAME_PART, sought.name) if sought.name else ()),
            *(self.hasher.tokens(Kind.BORN_ON, str(sought.born_on)) if sought.born_on else ()),
            *(self.hasher.tokens(Kind.IDENTIFIER, sought.identifier) if sought.identifier else ()),
        ]
        if not wanted:
            return []
        return [self._found(row) for row in self._with_all(authority, wanted)]

    def possible_duplicates(self, authority: GssCode, identity: Identity) -> Sequence[CaseId]:
        """Cases with one of the identifiers, or a date of birth and a part of the name alike."""
        by_kind: dict[Kind, list[str]] = {kind: [] for kind in Kind}
        for kind, token in tokens_of(self.hasher, identity):
            by_kind[kind].append(token)
        streams = self._with_any(authority, by_kind[Kind.IDENTIFIER])
        named = self._with_any(authority, by_kind[Kind.NAME_PART])
        streams |= named & self._with_any(authority, by_kind[Kind.BORN_ON])
        return [_case_id(stream) for stream in sorted(streams)]

    def holders(
        self, authority: GssCode, identifiers: Sequence[str]
    ) -> Mapping[str, Sequence[CaseId]]:
        """The cases of an authority that hold each identifier, of whatever kind."""
        asked = {
            token: identifier
            for identifier in identifiers
            for token in self.hasher.tokens(Kind.IDENTIFIER, identifier)
        }
        found: dict[str, list[CaseId]] = defaultdict(list)
        with self.reading(NAME) as (connection, (people, tokens)):
            question = (
                select(tokens.c.token, tokens.c.stream)
                .join(people, tokens.c.stream == people.c.stream)
                .where(people.c.authority == authority, tokens.c.kind == Kind.IDENTIFIER)
                .order_by(tokens.c.stream)
            )
            for token, stream in connection.execute(question):
                if token in asked:
                    found[asked[token]].append(_case_id(stream))
        return found

    def _with_all(self, authority: str, wanted: Sequence[str]) -> Sequence[Row[Any]]:
        with self.reading(NAME) as (connection, (people, tokens)):
            question = select(people).where(people.c.authority == authority)
            for token in wanted:
                holders = select(tokens.c.stream).where(tokens.c.token == token)
                question = question.where(people.c.stream.in_(holders))
            return connection.execute(question.order_by(people.c.stream).limit(LIMIT)).all()

    def _with_any(self, authority: str, wanted: Sequence[str]) -> set[str]:
        with self.reading(NAME) as (connection, (people, tokens)):
            question = (
                select(people.c.stream)
                .join(tokens, tokens.c.stream == people.c.stream)
                .where(people.c.authority == authority, tokens.c.token.in_(wanted))
            )
            return set(connection.scalars(question))

    def _found(self, row: Row[Any]) -> FoundChild:
        opened = self.cabinet.open_text(row.sealed, FileId(row.file), CONTEXT.format(row.stream))
        if isinstance(opened, Erased):
            return FoundChild(_case_id(row.stream), ERASED, ERASED)
        shown = json.loads(opened)
        born_on = date.fromisoformat(shown["born_on"])
        return FoundChild(_case_id(row.stream), shown["name"], born_on)


def _case_id(stream: str) -> CaseId:
    return CaseId(UUID(stream.removeprefix("case-")))
