"""A provider applies, shows what it must, uses others, and leaves."""

from datetime import date, time

import pytest

from domain.provider.commands import (
    ApplyToLot,
    DecideSubcontractor,
    LifeCommand,
    RecordAssurance,
    RecordContacts,
    RecordSubcontractorUse,
    RefuseApplication,
    RemoveProvider,
    RequestSubcontractor,
    StartExit,
)
from domain.provider.errors import LotClosed
from domain.provider.events import (
    AssuranceRecorded,
    ContactsRecorded,
    LotApplicationReceived,
    LotApplicationRefused,
    ProviderEvent,
    ProviderExiting,
    ProviderRemoved,
    SubcontractorDecided,
    SubcontractorRequested,
    SubcontractorUsed,
)
from domain.provider.state import Engaged, is_barred, is_suspended, stage_on
from domain.provider.vocabulary import AssuranceKind, Evidence, ExitParty, Stage, SuspensionScope
from domain.shared.errors import (
    ConflictOfInterest,
    EffectiveBeforeStream,
    MissingInformation,
    NotFound,
    WrongState,
)
from domain.shared.terms import AgeRange, LotTerms
from domain.shared.vocabulary import Provision, Subject
from tests.support.providers import (
    ALL_EVIDENCE,
    ANOTHER_MANAGER,
    CONTRACT,
    MANAGER,
    admit,
    admitted,
    march,
    provider,
    provider_registered,
    suspended,
)

SELLER = Subject("sam-of-the-provider")
LISTED = provider_registered()


def apply(*, is_open: bool = True) -> ApplyToLot:
    return ApplyToLot(contract_id=CONTRACT, lot="2.2", is_open=is_open, by=SELLER)


APPLIED = LotApplicationReceived(contract_id=CONTRACT, lot="2.2", by=SELLER)
REFUSE = RefuseApplication(contract_id=CONTRACT, lot="2.2", reason="No references.", by=MANAGER)
REFUSED = LotApplicationRefused(**dict(REFUSE))
ASK = RequestSubcontractor(name="Night Watch", percent=20, yearly_pence=4_800_000, by=SELLER)
ASKED = SubcontractorRequested(**dict(ASK))
EXIT = StartExit(party=ExitParty.PROVIDER, last_day=march(25), plan="Two homes go.", by=MANAGER)
EXITING = ProviderExiting(**dict(EXIT))
REMOVE = RemoveProvider(on=march(10), reason="Neglect.", decided_by=ANOTHER_MANAGER, by=MANAGER)
REMOVED = ProviderRemoved(**dict(REMOVE))
NUMBERS = RecordContacts(
    opens=time(8),
    closes=time(20),
    on_call="01632 960001",
    emergency_accommodation="01632 960002",
    languages=("farsi",),
    capabilities=("complex_needs",),
    from_=march(1),
)


def insurance(from_: date, until: date | None) -> RecordAssurance:
    return RecordAssurance(
        kind=AssuranceKind.INSURANCE, reference="Policy 7781", from_=from_, until=until, by=MANAGER
    )


def test_it_applies_while_the_lot_may_be_joined_and_once() -> None:
    provider.given(LISTED).when(apply()).then(APPLIED)
    provider.given(LISTED).when(apply(is_open=False)).then_refused(LotClosed)
    provider.given(LISTED, APPLIED).when(apply()).then_refused(WrongState)
    provider.given(LISTED, EXITING).when(apply()).then_refused(WrongState)


def test_an_application_is_refused_with_a_reason_and_may_be_made_again() -> None:
    provider.given(LISTED, APPLIED).when(REFUSE).then(REFUSED)
    provider.given(LISTED).when(REFUSE).then_refused(NotFound)
    blank = REFUSE.model_copy(update={"reason": " "})
    provider.given(LISTED, APPLIED).when(blank).then_refused(MissingInformation)
    provider.given(LISTED, APPLIED, REFUSED).when(apply()).then(APPLIED)


def test_a_lot_may_be_joined_at_any_time_or_at_its_times_the_last_day_included() -> None:
    lot = LotTerms(
        code="2.2",
        title="Short term",
        provision=Provision.SUPPORTED_ACCOMMODATION,
        ages=AgeRange(first=16, before=18),
        half_hours=50,
    )
    window = lot.model_copy(update={"joined_between": ((march(5), march(7)),)})

    assert lot.may_be_joined(march(1))
    assert [window.may_be_joined(march(day)) for day in (4, 5, 7, 8)] == [False, True, True, False]


@pytest.mark.covers("R-62", "4-134", "4-257")
def test_an_assurance_on_record_speaks_for_itself_until_it_expires() -> None:
    held = AssuranceRecorded(**dict(insurance(march(1), march(10))))
    shown = ALL_EVIDENCE - {Evidence.INSURANCE}

    provider.given(LISTED, held).when(admit(evidence=shown)).then(admitted(evidence=shown))
    expired = provider.given(LISTED, held).when(admit(from_=march(10)))
    expired.then_refused(MissingInformation)
    renewed = AssuranceRecorded(**dict(insurance(march(10), None)))
    later = admit(from_=march(10))
    provider.given(LISTED, held, renewed).when(later).then(admitted(from_=march(10)))


def test_an_assurance_says_where_it_is_kept_and_ends_after_it_began() -> None:
    seen = insurance(march(1), march(10))
    provider.given(LISTED).when(seen).then(AssuranceRecorded(**dict(seen)))
    provider.given(LISTED).when(insurance(march(2), march(2))).then_refused(EffectiveBeforeStream)
    nowhere = insurance(march(1), None).model_copy(update={"reference": ""})
    provider.given(LISTED).when(nowhere).then_refused(MissingInformation)


@pytest.mark.covers("4-130", "4-131", "4-132", "4-134")
def test_numbers_on_record_are_the_evidence_of_numbers() -> None:
    shown = ALL_EVIDENCE - {Evidence.OUT_OF_HOURS_NUMBERS}
    recorded = ContactsRecorded(**dict(NUMBERS))

    provider.given(LISTED).when(NUMBERS).then(recorded)
    provider.given(LISTED).when(admit(evidence=shown)).then_refused(MissingInformation)
    provider.given(LISTED, recorded).when(admit(evidence=shown)).then(admitted(evidence=shown))
    mute = NUMBERS.model_copy(update={"on_call": " "})
    provider.given(LISTED).when(mute).then_refused(MissingInformation)


@pytest.mark.covers("4-140", "4-141")
def test_a_subcontractor_is_agreed_to_by_somebody_else_before_it_is_used() -> None:
    yes = DecideSubcontractor(name="Night Watch", approved=True, by=MANAGER)
    agreed = SubcontractorDecided(**dict(yes))

    provider.given(LISTED).when(ASK).then(ASKED)
    provider.given(LISTED).when(yes).then_refused(NotFound)
    provider.given(LISTED, ASKED).when(yes).then(agreed)
    provider.given(LISTED, ASKED, agreed).when(yes).then_refused(WrongState)
    own = yes.model_copy(update={"by": SELLER})
    provider.given(LISTED, ASKED).when(own).then_refused(ConflictOfInterest)
    use = RecordSubcontractorUse(name="Night Watch", on=march(9))
    provider.given(LISTED, ASKED, agreed).when(use).then(
        SubcontractorUsed(name="Night Watch", on=march(9))
    )


@pytest.mark.covers("4-140")
@pytest.mark.parametrize(
    "before",
    [
        (),
        (ASKED,),
        (ASKED, SubcontractorDecided(name="Night Watch", approved=False, by=MANAGER)),
        (REMOVED,),
    ],
)
def test_use_that_nobody_had_agreed_to_is_a_fact_with_its_breach(
    before: tuple[ProviderEvent, ...],
) -> None:
    state = provider.decider.replay([LISTED, *before])

    (used,) = provider.decider.decide(
        state, RecordSubcontractorUse(name="Night Watch", on=march(9))
    )

    assert isinstance(used, SubcontractorUsed)
    assert [breach.code for breach in used.breaches] == ["SUBCONTRACTOR_NOT_APPROVED"]


@pytest.mark.covers("4-251", "R-62")
def test_a_provider_that_leaves_is_given_nothing_new_from_then_on() -> None:
    provider.given(LISTED, admitted()).when(EXIT).then(EXITING)
    state = provider.decider.replay([LISTED, admitted(), EXITING])

    assert is_barred(state, march(2))
    assert [is_suspended(state, march(day)) for day in (25, 26)] == [False, True]
    provider.given(LISTED, EXITING).when(admit()).then_refused(WrongState)


def test_a_removal_is_decided_by_one_and_recorded_by_another() -> None:
    provider.given(LISTED).when(REMOVE).then(REMOVED)
    alone = REMOVE.model_copy(update={"decided_by": MANAGER})
    provider.given(LISTED).when(alone).then_refused(ConflictOfInterest)
    provider.given(LISTED, REMOVED).when(EXIT).then_refused(WrongState)


@pytest.mark.parametrize("command", [apply(), NUMBERS, REMOVE])
def test_nothing_is_asked_of_an_organisation_that_nobody_knows(command: LifeCommand) -> None:
    provider.when(command).then_refused(WrongState)


@pytest.mark.parametrize(
    ("history", "stage"),
    [
        ((), Stage.PROSPECTIVE),
        ((APPLIED,), Stage.APPLYING),
        ((APPLIED, REFUSED), Stage.REFUSED),
        ((APPLIED, REFUSED, APPLIED), Stage.APPLYING),
        ((APPLIED, admitted()), Stage.ACTIVE),
        ((admitted(), suspended()), Stage.SUSPENDED_NEW_PLACEMENTS),
        ((admitted(), suspended(SuspensionScope.ALL)), Stage.SUSPENDED_ALL),
        ((admitted(), suspended(), EXITING), Stage.EXITING),
        ((admitted(), EXITING.model_copy(update={"last_day": march(8)})), Stage.EXITED),
        ((admitted(), REMOVED.model_copy(update={"on": march(9)})), Stage.REMOVED),
    ],
)
def test_where_a_provider_stands_on_a_day(history: tuple[ProviderEvent, ...], stage: Stage) -> None:
    assert stage_on(provider.decider.replay([LISTED, *history]), march(9)) is stage
    assert stage_on(provider.decider.initial, march(9)) is None


@pytest.mark.covers("R-62")
@pytest.mark.parametrize("kind", list(AssuranceKind))
def test_whatever_a_provider_shows_holds_for_its_time_and_no_longer(kind: AssuranceKind) -> None:
    shown = AssuranceRecorded(
        kind=kind, reference="Contracts folder", from_=march(5), until=march(8), by=MANAGER
    )
    state = provider.decider.replay([LISTED, shown])

    assert isinstance(state, Engaged)
    assert [state.life.shows(kind, march(day)) for day in (4, 5, 7, 8)] == [
        False,
        True,
        True,
        False,
    ]
    others = set(AssuranceKind) - {kind}
    assert {state.life.shows(other, march(6)) for other in others} == {None}
