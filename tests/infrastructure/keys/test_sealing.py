import json
from copy import deepcopy
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import Field

from domain.shared.envelope import FileId
from domain.shared.errors import RecordErased
from domain.shared.messages import Event, Value
from domain.shared.personal import ERASED, Erased, Sealed
from infrastructure.keys.plan import plan
from infrastructure.keys.ring import KeyRing, UnknownFile
from infrastructure.keys.sealed_paths import CannotPlan
from infrastructure.keys.sealing import FieldSealer, SealBroken, is_sealed

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
FILE = FileId("case-0190")
HERE = "case-0190:7"


class Address(Value):
    line: Sealed[str]
    district: str


class Foster(Value):
    kind: Literal["foster"] = "foster"
    carer: Sealed[str]
    reference: str


class Residential(Value):
    kind: Literal["residential"] = "residential"
    carer: str
    reference: Sealed[str]


class Named(Value):
    name: Sealed[str]


class Numbered(Value):
    number: int


class ChildDescribed(Event):
    stored_as: ClassVar[str] = "test.child_described.v1"

    name: Sealed[str]
    born_on: Sealed[date]
    age: int
    known_as: Sealed[str] | None = None
    nickname: Annotated[Sealed[str], Field(max_length=60)] | None = None
    home: Address | None = None
    earlier: tuple[Address, ...] = ()
    by_relation: dict[str, Named] = Field(default_factory=dict)
    labels: dict[str, str] = Field(default_factory=dict)
    homes: tuple[Annotated[Foster | Residential, Field(discriminator="kind")], ...] = ()
    contact: Named | Numbered | None = None
    aliases: Sealed[tuple[str, ...]] = ()
    answers: tuple[Sealed[str] | None, ...] = ()


names = st.text(min_size=1, max_size=12).map(lambda text: f"Ŋ{text}ŋ")
plain = st.text(alphabet="abc", max_size=5)
addresses = st.builds(Address, line=names, district=plain)
children = st.builds(
    ChildDescribed,
    name=names,
    born_on=st.dates(),
    age=st.integers(0, 25),
    known_as=st.none() | names,
    nickname=st.none() | names,
    home=st.none() | addresses,
    earlier=st.lists(addresses, max_size=3).map(tuple),
    by_relation=st.dictionaries(
        st.text(alphabet="a/b~c0", max_size=4), st.builds(Named, name=names), max_size=3
    ),
    labels=st.dictionaries(plain, plain, max_size=2),
    homes=st.lists(
        st.builds(Foster, carer=names, reference=plain)
        | st.builds(Residential, carer=plain, reference=names),
        max_size=3,
    ).map(tuple),
    contact=st.none() | st.builds(Named, name=names) | st.builds(Numbered, number=st.integers()),
    aliases=st.lists(names, max_size=2).map(tuple),
    answers=st.lists(st.none() | names, max_size=2).map(tuple),
)
with_many_examples = settings(
    max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)

FULL = ChildDescribed(
    name="Ŋamira",
    born_on=date(2012, 2, 29),
    age=14,
    known_as="Ŋmimi",
    home=Address(line="Ŋ1 Street", district="E06000015"),
    earlier=(Address(line="Ŋ2 Street", district="E07000034"),),
    by_relation={"mother": Named(name="Ŋsana")},
    homes=(Foster(carer="Ŋann", reference="F1"), Residential(carer="team", reference="Ŋr")),
    contact=Named(name="Ŋsana"),
    aliases=("Ŋami",),
)


@pytest.fixture(autouse=True)
def file_with_a_key(light_ring: KeyRing) -> None:
    light_ring.create(FILE)


def sealed_form(sealer: FieldSealer, event: ChildDescribed) -> dict[str, Any]:
    return sealer.seal(event.model_dump(mode="json"), ChildDescribed, FILE, HERE)


def leaves(value: Any) -> list[dict[str, Any]]:
    """Every sealed value in a piece of JSON."""
    if isinstance(value, dict) and is_sealed(value):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [leaf for item in inner for leaf in leaves(item)]


@given(children)
@with_many_examples
def test_what_was_sealed_opens_as_it_was(sealer: FieldSealer, event: ChildDescribed) -> None:
    dumped = event.model_dump(mode="json")
    before = deepcopy(dumped)
    stored = sealer.seal(dumped, ChildDescribed, FILE, HERE)
    assert dumped == before
    kept = json.loads(json.dumps(stored))
    assert ChildDescribed.model_validate(sealer.unseal(kept, FILE, HERE)) == event


@given(children)
@with_many_examples
def test_nothing_sealed_can_be_read_and_everything_else_can(
    sealer: FieldSealer, event: ChildDescribed
) -> None:
    stored = sealed_form(sealer, event)
    assert "Ŋ" not in json.dumps(stored, ensure_ascii=False)
    assert stored["age"] == event.age
    assert [home["district"] for home in stored["earlier"]] == [h.district for h in event.earlier]
    for home in stored["homes"]:
        assert isinstance(home["carer"], dict) == (home["kind"] == "foster")


@given(children)
@with_many_examples
def test_none_stays_none(sealer: FieldSealer, event: ChildDescribed) -> None:
    stored = sealed_form(sealer, event)
    assert (stored["known_as"] is None) == (event.known_as is None)
    assert (stored["home"] is None) == (event.home is None)
    assert [answer is None for answer in stored["answers"]] == [a is None for a in event.answers]


@given(children, st.data())
@with_many_examples
def test_an_altered_seal_is_broken(
    sealer: FieldSealer, event: ChildDescribed, data: st.DataObject
) -> None:
    stored = sealed_form(sealer, event)
    leaf = data.draw(st.sampled_from(leaves(stored)))
    text = leaf["sealed"]
    at = data.draw(st.integers(0, len(text.rstrip("=")) - 2))
    leaf["sealed"] = text[:at] + ("B" if text[at] == "A" else "A") + text[at + 1 :]
    with pytest.raises(SealBroken):
        sealer.unseal(stored, FILE, HERE)


@given(children, st.data())
@with_many_examples
def test_a_seal_moved_to_another_field_is_broken(
    sealer: FieldSealer, event: ChildDescribed, data: st.DataObject
) -> None:
    stored = sealed_form(sealer, event)
    one, other = data.draw(st.permutations(leaves(stored)).map(lambda found: found[:2]))
    one["sealed"], other["sealed"] = other["sealed"], one["sealed"]
    with pytest.raises(SealBroken):
        sealer.unseal(stored, FILE, HERE)


@pytest.mark.parametrize("elsewhere", ["case-0190:8", "case-0191:7", "", "case-0190:7\0/name"])
def test_a_seal_moved_to_another_stream_or_version_is_broken(
    sealer: FieldSealer, elsewhere: str
) -> None:
    with pytest.raises(SealBroken):
        sealer.unseal(sealed_form(sealer, FULL), FILE, elsewhere)


def test_a_seal_moved_to_another_file_is_broken(sealer: FieldSealer, light_ring: KeyRing) -> None:
    light_ring.create(FileId("case-other"))
    with pytest.raises(SealBroken):
        sealer.unseal(sealed_form(sealer, FULL), FileId("case-other"), HERE)


def test_the_same_value_never_looks_the_same_twice(sealer: FieldSealer) -> None:
    assert sealed_form(sealer, FULL)["name"] != sealed_form(sealer, FULL)["name"]


@pytest.mark.covers("R-01")
def test_once_the_key_is_destroyed_every_sealed_value_reads_erased(
    sealer: FieldSealer, light_ring: KeyRing
) -> None:
    stored = sealed_form(sealer, FULL)
    light_ring.destroy(FILE, NOW)
    left = ChildDescribed.model_validate(sealer.unseal(stored, FILE, HERE))
    assert left.name == left.born_on == left.known_as == left.aliases == ERASED
    assert left.home == Address(line=ERASED, district="E06000015")
    assert left.earlier == (Address(line=ERASED, district="E07000034"),)
    assert left.by_relation == {"mother": Named(name=ERASED)}
    assert left.homes == (
        Foster(carer=ERASED, reference="F1"),
        Residential(carer="team", reference=ERASED),
    )
    assert left.contact == Named(name=ERASED)
    assert left.nickname is None
    assert left.age == 14


@pytest.mark.covers("R-01")
def test_nothing_is_added_to_an_erased_file(sealer: FieldSealer, light_ring: KeyRing) -> None:
    light_ring.destroy(FILE, NOW)
    with pytest.raises(RecordErased):
        sealed_form(sealer, FULL)
    with pytest.raises(RecordErased):
        sealer.seal_text("Amira", FILE, HERE)


def test_a_file_without_a_key_is_a_fault(sealer: FieldSealer) -> None:
    stored = sealed_form(sealer, FULL)
    with pytest.raises(UnknownFile):
        sealer.unseal(stored, FileId("case-nobody"), HERE)


def test_what_was_erased_before_stays_erased(sealer: FieldSealer) -> None:
    event = FULL.model_copy(update={"name": ERASED})
    stored = sealed_form(sealer, event)
    assert stored["name"] == {"erased": True}
    assert ChildDescribed.model_validate(sealer.unseal(stored, FILE, HERE)) == event


def test_a_class_without_personal_fields_needs_no_key(sealer: FieldSealer) -> None:
    assert sealer.seal({"number": 1}, Numbered, FileId("case-nobody"), HERE) == {"number": 1}
    assert sealer.unseal({"number": 1}, FileId("case-nobody"), HERE) == {"number": 1}


def test_a_key_of_a_mapping_may_not_pass_for_a_seal(sealer: FieldSealer) -> None:
    with pytest.raises(ValueError, match="labels"):
        sealed_form(sealer, FULL.model_copy(update={"labels": {"sealed": "x"}}))


def test_a_text_of_a_read_model_opens_where_it_was_sealed(
    sealer: FieldSealer, light_ring: KeyRing
) -> None:
    sealed = sealer.seal_text("Ŋamira", FILE, "people:name:1")
    assert sealer.open_text(sealed, FILE, "people:name:1") == "Ŋamira"
    for text, place in ((sealed, "people:name:2"), ("Amira", "people:name:1"), ("", "x")):
        with pytest.raises(SealBroken):
            sealer.open_text(text, FILE, place)
    light_ring.destroy(FILE, NOW)
    assert sealer.open_text(sealed, FILE, "people:name:1") == ERASED


def test_a_field_of_an_event_does_not_open_as_a_text(sealer: FieldSealer) -> None:
    leaf = sealed_form(sealer, FULL)["name"]["sealed"]
    for place in (HERE, f"{HERE}\0/name", f"{HERE}/name"):
        with pytest.raises(SealBroken):
            sealer.open_text(leaf, FILE, place)


def test_a_document_is_sealed_whole(sealer: FieldSealer, light_ring: KeyRing) -> None:
    sealed = sealer.seal_bytes(b"%PDF Amira", FILE, "pack-1")
    assert b"Amira" not in sealed
    assert sealer.open_bytes(sealed, FILE, "pack-1") == b"%PDF Amira"
    light_ring.destroy(FILE, NOW)
    assert isinstance(sealer.open_bytes(sealed, FILE, "pack-1"), Erased)


def test_the_ring_on_disk_holds_nothing_that_was_sealed(
    sealer: FieldSealer, tmp_path: Path
) -> None:
    sealed_form(sealer, FULL)
    kept = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert not any("Ŋ".encode() in content for content in kept)


class MixedUnion(Value):
    either: Sealed[str] | int


class MixedTuple(Value):
    pair: tuple[int, Sealed[str]]


class CallsAFieldSealed(Value):
    sealed: str


class Anything(Value):
    what: Any


@pytest.mark.parametrize("unclear", [MixedUnion, MixedTuple, CallsAFieldSealed, Anything])
def test_a_class_that_hides_what_is_sealed_is_refused(unclear: type[Value]) -> None:
    with pytest.raises(CannotPlan):
        plan(unclear)


class Left(Value):
    text: Sealed[str]


class Right(Value):
    text: str


class Indistinct(Value):
    side: Left | Right


def test_members_of_a_union_that_look_alike_are_refused_rather_than_guessed(
    sealer: FieldSealer,
) -> None:
    dumped = Indistinct(side=Right(text="x")).model_dump(mode="json")
    with pytest.raises(CannotPlan):
        sealer.seal(dumped, Indistinct, FILE, HERE)
