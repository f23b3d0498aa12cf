"""The emergency path: less is asked first, nothing that keeps a child safe is left out."""

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from domain import referral
from domain.referral.clocks import clocks
from domain.referral.codes import BypassReason
from domain.referral.commands.emergency import AmendEmergency, PublishEmergency, SupplyInformation
from domain.referral.commands.in_house import ApproveInHouseBypass
from domain.referral.commands.market import MinimumPack
from domain.referral.commands.search import ApproveExternalSearch
from domain.referral.errors import InHouseNotExhausted, RedactionNotConfirmed
from domain.referral.events import ReferralEvent
from domain.referral.events.answers import ResponsesClosed
from domain.referral.events.emergency import (
    FullInformationSupplied,
    InformationSupplied,
    PackReleased,
)
from domain.referral.events.search import ProviderInvited
from domain.referral.field_matrix import MATRIX, PackField, PackStage, Shown, allowed_at
from domain.referral.pack import digest
from domain.referral.rules.disclosure import require_none_but_fields_of
from domain.referral.rules.emergency import FULL_INFORMATION
from domain.referral.sections import SectionName
from domain.referral.staged_pack import PackLine, StagedPack
from domain.shared.clock_catalogue import C_EMERG_SAMEDAY, C_INFO_72
from domain.shared.clocks import Clock, ClockCode, Outcome
from domain.shared.errors import ConflictOfInterest, MissingInformation, WrongState
from domain.shared.vocabulary import Pence, ProviderId
from tests.support.clocks import TERMS
from tests.support.on_the_market import (
    SOON,
    amend,
    amended,
    pack_withdrawn,
    widen,
    widened,
    withdraw_pack,
)
from tests.support.referrals import (
    ASH,
    BROKER,
    CASEWORKER,
    CERTIFIER,
    ELM,
    HEAD,
    MANAGER,
    NOW,
    OAK,
    accepted,
    heard,
    invited,
    invitee,
    pack,
    publish,
    recorded,
    selected,
    silent,
    until_approved,
    until_evaluating,
    until_published,
    until_submitted,
    viewed,
)
from tests.support.scenario import Case

case = Case(referral.decider)
ALL = dict.fromkeys(FULL_INFORMATION, "What is known.")


def minimum(*fields: PackField) -> StagedPack:
    written = fields or (PackField.NEEDS, PackField.RISKS, PackField.HEALTH)
    lines = tuple(PackLine(field=field, text="What matters tonight.") for field in written)
    return StagedPack(stage=PackStage.EMERGENCY, lines=lines)


def publish_emergency(pack: StagedPack | None = None, **changed: object) -> PublishEmergency:
    return PublishEmergency(
        publication=publish(invitee(OAK), invitee(ELM), **changed), pack=pack or minimum()
    )


def released(*providers: ProviderId, at: datetime = NOW) -> PackReleased:
    return PackReleased(
        pack=minimum(),
        sha256=digest(minimum()),
        certified_by=CERTIFIER,
        providers=providers or (OAK, ELM),
        at=at,
        by=BROKER,
    )


def supply(*names: SectionName, now: datetime = NOW) -> SupplyInformation:
    return SupplyInformation(sections={n: ALL[n] for n in names}, now=now, by=CASEWORKER)


def chosen_in_an_emergency() -> list[ReferralEvent]:
    history = [*until_evaluating(OAK), released(OAK), selected()]
    return [_urgent(event) for event in history]


def _urgent(event: ReferralEvent) -> ReferralEvent:
    return event.model_copy(update={"emergency": True}) if hasattr(event, "emergency") else event


def clock_of(history: list[ReferralEvent], code: ClockCode) -> Clock:
    (found,) = [each for each in referral_clocks(history) if each.code == code]
    return found


def referral_clocks(history: list[ReferralEvent]) -> list[Clock]:
    return list(clocks(recorded(history), TERMS))


@pytest.mark.covers("4-126", "4-128")
def test_the_whole_lot_is_asked_at_once_with_a_minimum_pack() -> None:
    state = referral.decider.replay(until_approved(emergency=True))

    caused = referral.decider.decide(state, publish_emergency())

    assert [each.provider_id for each in caused if isinstance(each, ProviderInvited)] == [OAK, ELM]
    assert caused[-1] == released()


@pytest.mark.covers("4-128")
def test_a_minimum_pack_without_its_essentials_is_refused_naming_all_of_them() -> None:
    state = referral.decider.replay(until_approved(emergency=True))

    with pytest.raises(MissingInformation) as refusal:
        referral.decider.decide(state, publish_emergency(minimum(PackField.AREAS)))

    assert refusal.value.details["missing"] == [
        "essentials.needs",
        "essentials.risks",
        "essentials.health",
    ]


def test_only_an_emergency_takes_the_shorter_path_and_it_goes_past_no_home_unsaid() -> None:
    case.given(*until_approved()).when(publish_emergency()).then_refused(WrongState)
    unsaid = case.given(*until_submitted(emergency=True), accepted())
    unsaid.when(publish_emergency()).then_refused(InHouseNotExhausted)


@pytest.mark.covers("4-110")
def test_an_emergency_pack_is_scanned_and_certified_too() -> None:
    ready = case.given(*until_approved(emergency=True))

    ready.when(publish_emergency(certified_by=None)).then_refused(RedactionNotConfirmed)
    ready.when(publish_emergency(identifiers_found=("health",))).then_refused(RedactionNotConfirmed)


@pytest.mark.covers("4-264")
@pytest.mark.parametrize("stage", PackStage)
def test_no_stage_takes_a_field_that_the_matrix_does_not_show(stage: PackStage) -> None:
    kept_out = set(PackField) - allowed_at(stage)
    assert {PackField.COURT_DOCUMENTS, PackField.OTHER_OFFERS} <= kept_out
    assert set(MATRIX) == set(PackField)
    for field in kept_out:
        assert MATRIX[field][stage] is Shown.NOT
        with pytest.raises(ValueError, match="does not show"):
            StagedPack(stage=stage, lines=(PackLine(field=field, text="x"),))
        with pytest.raises(RedactionNotConfirmed):
            require_none_but_fields_of(stage, [field])


@pytest.mark.covers("6-69")
def test_in_an_emergency_an_approval_may_be_spoken_and_is_written_by_somebody_else() -> None:
    spoken = heard()
    plain = {"budget_heading": "external", "indicative_weekly": Pence(1)}
    bypass = {"reason": BypassReason.EMERGENCY, "text": "Nobody tonight.", "spoken": spoken}
    urgent = case.given(*until_approved(emergency=True)[:-1])
    approval = ApproveExternalSearch(**plain, by=HEAD, spoken=spoken)

    (caused,) = referral.decider.decide(referral.decider.replay(urgent.history), approval)
    assert getattr(caused, "spoken", None) == spoken.word
    own = heard(HEAD)
    urgent.when(approval.model_copy(update={"spoken": own})).then_refused(ConflictOfInterest)
    case.given(*until_approved()[:-1]).when(approval).then_refused(WrongState)
    case.given(*until_submitted(), accepted()).when(
        ApproveInHouseBypass(**bypass, by=MANAGER)
    ).then_refused(WrongState)


@pytest.mark.covers("6-70")
@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_information_is_full_with_the_last_part_in_whatever_order(order: tuple[int, ...]) -> None:
    parts = [FULL_INFORMATION[:3], FULL_INFORMATION[3:6], FULL_INFORMATION[6:]]
    history = chosen_in_an_emergency()

    caused: list[ReferralEvent] = []
    for turn in order:
        state = referral.decider.replay([*history, *caused])
        caused += referral.decider.decide(state, supply(*parts[turn]))

    assert [isinstance(each, FullInformationSupplied) for each in caused] == [
        False, False, False, True,
    ]  # fmt: skip
    assert [len(e.outstanding) for e in caused if isinstance(e, InformationSupplied)] == [6, 3, 0]


def test_full_information_goes_to_the_chosen_provider_alone_and_names_nobody_else() -> None:
    chosen = case.given(*chosen_in_an_emergency())

    leaking = supply(SectionName.HISTORY).model_copy(update={"identifiers_found": ("history",)})
    chosen.when(leaking).then_refused(RedactionNotConfirmed)
    chosen.when(supply()).then_refused(MissingInformation)
    unchosen = case.given(*until_evaluating(OAK))
    unchosen.when(supply(SectionName.HISTORY)).then_refused(WrongState)


@pytest.mark.covers("C-INFO-72", "R-07")
def test_72_hours_run_from_the_first_release_to_who_is_chosen() -> None:
    later = NOW + timedelta(hours=2)
    releases = [released(ELM), released(OAK, at=later)]
    asked = [*until_evaluating(OAK, ELM), *releases]

    assert clock_of(asked, C_INFO_72).due.at == NOW + timedelta(hours=72)
    assert clock_of([*asked, selected()], C_INFO_72).due.at == later + timedelta(hours=72)
    full = FullInformationSupplied(provider_id=OAK, at=later, by=CASEWORKER)
    assert clock_of([*asked, selected(), full], C_INFO_72).outcome is Outcome.MET
    other = full.model_copy(update={"provider_id": ELM})
    assert clock_of([*asked, selected(), other], C_INFO_72).outcome is Outcome.RUNNING


@pytest.mark.covers("C-EMERG-SAMEDAY", "R-03")
@pytest.mark.parametrize(
    ("published", "due"),
    [
        (datetime(2026, 3, 6, 10, tzinfo=UTC), datetime(2026, 3, 6, 17, tzinfo=UTC)),
        (datetime(2026, 3, 6, 17, tzinfo=UTC), datetime(2026, 3, 6, 17, tzinfo=UTC)),
        (datetime(2026, 3, 6, 21, 15, tzinfo=UTC), datetime(2026, 3, 9, 17, tzinfo=UTC)),
        (datetime(2026, 3, 8, 3, tzinfo=UTC), datetime(2026, 3, 9, 17, tzinfo=UTC)),
    ],
)
def test_a_home_is_found_by_the_close_of_the_office(published: datetime, due: datetime) -> None:
    history = [*until_evaluating(OAK), released(OAK, at=published)]

    assert clock_of(history, C_EMERG_SAMEDAY).due.at == due


def test_an_ordinary_search_has_none_of_these_clocks() -> None:
    codes = {each.code for each in referral_clocks(list(until_evaluating(OAK)))}

    assert not codes & {C_INFO_72, C_EMERG_SAMEDAY}


@pytest.mark.covers("6-65")
def test_a_minimum_pack_that_told_too_much_goes_with_the_published_one_and_is_written_anew() -> (
    None
):
    asked = [_urgent(each) for each in until_published(OAK, ELM)]
    read = case.given(*asked, released(), viewed(OAK))
    gone = pack_withdrawn(OAK).model_copy(update={"with_it": (digest(minimum()),)})

    read.when(withdraw_pack()).then(gone)
    by_its_own = withdraw_pack().model_copy(update={"sha256": digest(minimum())})
    read.when(by_its_own).then(
        gone.model_copy(update={"sha256": digest(minimum()), "with_it": (digest(pack()),)})
    )

    bare = case.given(*read.history, gone)
    bare.when(amend()).then_refused(MissingInformation)
    both = AmendEmergency(amendment=amend(material=False), pack=minimum())
    anew = released().model_copy(update={"at": SOON})
    bare.when(both).then(amended(material=False), anew)
    same = AmendEmergency(amendment=amend(pack=pack()), pack=minimum())
    bare.when(same).then_refused(MissingInformation)
    empty = AmendEmergency(amendment=amend(), pack=minimum(PackField.AREAS))
    bare.when(empty).then_refused(MissingInformation)
    closed = case.given(*asked, released(), silent(OAK), silent(ELM), ResponsesClosed(), gone)
    closed.when(both).then(amended(material=False), anew)
    closed.when(supply(SectionName.HISTORY)).then_refused(WrongState)


@pytest.mark.covers("4-126", "4-128", "R-07", "R-100")
def test_who_is_asked_later_is_given_the_minimum_pack_as_the_others_were() -> None:
    history = [_urgent(each) for each in until_published(OAK)]
    shown = MinimumPack(pack=minimum(), certified_by=CERTIFIER)
    wider = widen(invitee(ASH)).model_copy(update={"minimum": shown})
    asked = case.given(*history, released(OAK))
    later = invited(ASH).model_copy(
        update={"invited_at": SOON, "deadline": SOON + timedelta(hours=24)}
    )

    asked.when(wider).then(widened(), later, released(ASH, at=SOON))
    other = shown.model_copy(update={"pack": minimum(PackField.NEEDS)})
    asked.when(wider.model_copy(update={"minimum": other})).then_refused(WrongState)
    asked.when(wider.model_copy(update={"minimum": None})).then_refused(WrongState)
    case.given(*history).when(wider).then(widened(), later)
    chosen = [*until_evaluating(OAK, ASH), released(OAK), released(ASH, at=SOON), selected(ASH)]
    assert clock_of(chosen, C_INFO_72).due.at == SOON + timedelta(hours=72)
