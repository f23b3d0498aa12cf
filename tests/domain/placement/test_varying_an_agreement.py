"""A variation is asked for, costed, authorised and agreed; only then is anything otherwise."""

from datetime import date

import pytest

from domain import placement
from domain.placement.agreement import Party
from domain.placement.chronology import chronology
from domain.placement.clocks import clocks
from domain.placement.commands import CostVariation, RefuseVariation, WithdrawVariation
from domain.placement.errors import (
    FundingNotAuthorised,
    MatrixMissing,
    MatrixOutOfRange,
    TariffExceeded,
    VariationAfterEnd,
    VariationIncomplete,
)
from domain.placement.events import (
    AgreementVaried,
    PlacementEvent,
    VariationAuthorised,
    VariationCosted,
    VariationRefused,
    VariationWithdrawn,
)
from domain.placement.state import Known
from domain.placement.varying import Asker, Change, MatrixSeen, VariationKind, Weight
from domain.placement.versions import AgreedVersion
from domain.shared.clock_catalogue import C_VAR
from domain.shared.clocks import Outcome
from domain.shared.errors import (
    ConflictOfInterest,
    EffectiveBeforeStream,
    NotFound,
    NotPermitted,
    WrongState,
)
from domain.shared.money import FundingSplitUnbalanced
from tests.support.clocks import TERMS as CLOCK_TERMS
from tests.support.placements import (
    BROKER,
    COUNCIL_HAND,
    LOT,
    ended,
    history,
    prepared,
)
from tests.support.scenario import Case
from tests.support.variations import (
    AUTHORISER,
    CASEWORKER,
    JUNE,
    MID_JUNE,
    PLANNED_END,
    TERMS,
    agree,
    agreed,
    authorise,
    authorised,
    change,
    cost,
    costed,
    lines,
    living,
    request,
    requested,
    shares,
    varied,
)

case = Case(placement.decider)
HOURS = VariationKind.HOURS
NEW_MATRIX = MatrixSeen(half_hours=30, since=date(2026, 5, 1))


@pytest.mark.covers("4-103", "4-217")
def test_in_four_steps_an_agreement_is_varied() -> None:
    story = case.given(*living())
    story.when(request()).then(requested())
    case.given(*living(), requested()).when(cost()).then(costed())
    case.given(*living(), requested(), costed()).when(authorise()).then(authorised())
    waiting = [*living(), requested(), costed(), authorised()]
    case.given(*waiting).when(agree(Party.COUNCIL)).then(agreed())
    case.given(*waiting, agreed()).when(agree()).then(agreed(Party.PROVIDER), varied())


@pytest.mark.covers("6-34")
def test_a_variation_that_is_only_asked_for_changes_no_price() -> None:
    told = history(*living(), requested(), costed(), authorised(), agreed())

    assert [each.terms for each in chronology(told).agreements] == [TERMS]


def test_nothing_is_varied_before_the_child_moves_in_nor_after_it_has_left() -> None:
    case.given(*prepared()).when(request()).then_refused(WrongState)
    case.given(*living(), ended()).when(request()).then_refused(WrongState)
    case.given(*living(), requested(), ended()).when(cost()).then_refused(WrongState)


def test_a_request_says_what_is_to_be_otherwise_and_why() -> None:
    asked = case.given(*living())
    asked.when(request(change(HOURS))).then_refused(VariationIncomplete)
    asked.when(request(change(VariationKind.EXTEND))).then_refused(VariationIncomplete)
    asked.when(request(reason=" ")).then_refused(VariationIncomplete)


def test_it_takes_effect_while_the_agreement_holds() -> None:
    asked = case.given(*living())
    asked.when(request(change(on=date(2026, 3, 1)))).then_refused(EffectiveBeforeStream)
    asked.when(request(change(on=date(2026, 9, 2)))).then_refused(VariationAfterEnd)
    asked.when(request(change(on=PLANNED_END))).then(requested(change(on=PLANNED_END)))


@pytest.mark.covers("4-103")
def test_it_is_extended_to_a_later_day_and_reduced_to_an_earlier_one() -> None:
    asked, longer, shorter = case.given(*living()), date(2026, 12, 1), date(2026, 7, 1)
    later = change(VariationKind.EXTEND, ends_on=longer)
    asked.when(request(later)).then(requested(later))
    sooner = change(VariationKind.REDUCE, ends_on=shorter)
    asked.when(request(sooner)).then(requested(sooner))
    for kind, day in ((VariationKind.EXTEND, shorter), (VariationKind.REDUCE, longer)):
        asked.when(request(change(kind, ends_on=day))).then_refused(WrongState)
    past_its_end = change(VariationKind.REDUCE, on=MID_JUNE, ends_on=JUNE)
    asked.when(request(past_its_end)).then_refused(VariationAfterEnd)


@pytest.mark.covers("4-083", "6-76")
def test_other_hours_need_a_new_matrix_that_gives_them() -> None:
    asked, more = case.given(*living()), change(HOURS, half_hours=30)
    asked.when(request(more)).then_refused(MatrixMissing)
    of_before = MatrixSeen(half_hours=30, since=date(2026, 2, 1))
    asked.when(request(more, matrix=of_before)).then_refused(MatrixMissing)
    asked.when(request(more, matrix=NEW_MATRIX)).then(requested(more))
    too_many = change(HOURS, half_hours=31)
    asked.when(request(too_many, matrix=NEW_MATRIX)).then_refused(MatrixOutOfRange)


@pytest.mark.covers("6-76", "4-085")
def test_beyond_25_hours_only_where_bespoke_care_was_approved() -> None:
    asked, many = case.given(*living()), change(HOURS, half_hours=54)
    plain = MatrixSeen(half_hours=54, since=date(2026, 5, 1))
    bespoke = plain.model_copy(update={"bespoke_24_7": True})
    asked.when(request(many, matrix=plain)).then_refused(MatrixOutOfRange)
    asked.when(request(many, matrix=bespoke)).then(requested(many))
    told = case.given(*living(), requested(many))
    told.when(cost(matrix=bespoke)).then(costed(70_000, Weight.BESPOKE_HOURS, half_hours=54))


@pytest.mark.covers("4-112")
def test_a_price_above_what_was_tendered_is_no_variation() -> None:
    tendered = LOT.model_copy(update={"weekly_ceiling": 75_000})
    asked = case.given(*living(), requested())
    asked.when(cost(75_001, lot=tendered)).then_refused(TariffExceeded)
    asked.when(cost(75_000, lot=tendered)).then(costed(75_000))


@pytest.mark.covers("R-11")
def test_the_shares_come_to_the_price() -> None:
    short = cost(shares=shares(69_999))
    case.given(*living(), requested()).when(short).then_refused(FundingSplitUnbalanced)


@pytest.mark.parametrize(
    ("asked", "priced", "because"),
    [
        (change(), cost(80_001), Weight.COST_RISES),
        (change(), cost(shares=shares(60_000, 10_000)), Weight.SHARES_CHANGE),
        (change(VariationKind.EXTEND, ends_on=date(2026, 12, 1)), cost(), Weight.RUNS_LONGER),
        (change(on=date(2026, 5, 19)), cost(), Weight.RETROSPECTIVE),
    ],
    ids=["dearer", "another payer", "longer", "past"],
)
def test_what_is_no_mere_reduction_needs_an_authoriser(
    asked: Change, priced: CostVariation, because: Weight
) -> None:
    state = placement.decider.replay([*living(), requested(asked)])
    (event,) = placement.decider.decide(state, priced)

    assert isinstance(event, VariationCosted)
    assert because in event.weighs
    by_broker = authorise(may_spend=False, by="another broker")
    told = case.given(*living(), requested(asked), event)
    told.when(by_broker).then_refused(NotPermitted)


def test_a_reduction_is_a_brokers_unless_the_contract_says_otherwise() -> None:
    told = case.given(*living(), requested(), costed())
    told.when(authorise(may_spend=False)).then(authorised())
    told.when(authorise(may_spend=False, reduces=False)).then_refused(NotPermitted)


@pytest.mark.parametrize("by", [CASEWORKER, BROKER, "BROKER"])
def test_who_asked_or_reckoned_authorises_nothing(by: str) -> None:
    told = case.given(*living(), requested(), costed())
    told.when(authorise(by=by)).then_refused(ConflictOfInterest)


def test_an_authoriser_keeps_to_a_limit() -> None:
    because = (Weight.COST_RISES, Weight.SHARES_CHANGE)
    dearer = [*living(), requested(), costed(90_000, *because)]
    case.given(*dearer).when(authorise(limit=89_999)).then_refused(NotPermitted)
    case.given(*dearer).when(authorise(limit=90_000)).then(authorised(90_000, *because))


@pytest.mark.covers("6-74")
def test_a_day_that_is_past_wants_an_authoriser_and_a_reason() -> None:
    past = change(on=date(2026, 4, 20))
    told = case.given(*living(), requested(past), costed(70_000, Weight.RETROSPECTIVE))
    told.when(authorise()).then_refused(VariationIncomplete)
    told.when(authorise(retrospective_reason="Hours fell in April.")).then(
        authorised(70_000, Weight.RETROSPECTIVE, reason="Hours fell in April.")
    )


@pytest.mark.covers("6-74")
def test_a_day_that_passes_before_both_have_agreed_is_authorised_anew() -> None:
    waiting = [*living(), requested(), costed(), authorised(), agreed()]
    late = agree(today=date(2026, 6, 2), on=date(2026, 6, 2))
    case.given(*waiting).when(late).then_refused(FundingNotAuthorised)
    again = authorised(70_000, Weight.RETROSPECTIVE, reason="The provider was away.")
    state = placement.decider.replay([*waiting, again])
    assert len(placement.decider.decide(state, late)) == 2


def test_each_side_agrees_once_by_a_person_of_its_own_once_it_is_authorised() -> None:
    case.given(*living(), requested(), costed()).when(agree()).then_refused(WrongState)
    once = case.given(*living(), requested(), costed(), authorised(), agreed())
    once.when(agree(Party.COUNCIL)).then_refused(WrongState)
    once.when(agree(signatory=COUNCIL_HAND)).then_refused(ConflictOfInterest)


def test_costed_again_it_waits_to_be_authorised_and_agreed_again() -> None:
    waiting = [*living(), requested(), costed(), authorised(), agreed()]
    case.given(*waiting).when(cost(60_000)).then(costed(60_000))
    case.given(*waiting, costed(60_000)).when(agree()).then_refused(WrongState)


@pytest.mark.covers("R-194")
@pytest.mark.parametrize("party", [Party.COUNCIL, Party.PROVIDER])
def test_neither_side_agrees_to_a_newer_costing_than_it_names(party: Party) -> None:
    again = costed(services=("no_night_cover",))
    waiting = case.given(*living(), requested(), costed(), authorised(), again, authorised())
    waiting.when(agree(party)).then_refused(WrongState)
    waiting.when(agree(party, costing=2)).then(agreed(party))


@pytest.mark.covers("R-194")
def test_what_both_agree_to_is_read_anew_once_another_variation_changed_it_at_the_same_price() -> (
    None
):
    waiting = [*living(), requested(), costed(), authorised(), agreed(), requested(number=2)]
    other = varied(80_000, number=2, services=("no_night_cover",))
    case.given(*waiting, other).when(agree()).then_refused(WrongState)
    anew = case.given(*waiting, other)
    anew.when(agree(costing=2)).then(agreed(Party.PROVIDER))
    anew.when(agree(Party.COUNCIL, costing=2)).then(agreed())


def test_either_side_refuses_and_who_asked_takes_back() -> None:
    asked = case.given(*living(), requested())
    no = RefuseVariation(variation=1, party=Party.PROVIDER, reason="Too little.", by="provider")
    refused = VariationRefused(
        variation=1, party=Party.PROVIDER, reason="Too little.", by="provider"
    )
    asked.when(no).then(refused)
    back = WithdrawVariation(variation=1, party=Party.COUNCIL, reason="Not needed.", by=BROKER)
    asked.when(back).then(VariationWithdrawn(variation=1, reason="Not needed.", by=BROKER))
    theirs = back.model_copy(update={"party": Party.PROVIDER})
    asked.when(theirs).then_refused(NotPermitted)
    asked.when(no.model_copy(update={"reason": ""})).then_refused(VariationIncomplete)
    case.given(*living(), requested(), refused).when(cost()).then_refused(WrongState)
    asked.when(cost(number=2)).then_refused(NotFound)


def test_a_young_persons_request_is_the_councils_to_take_back() -> None:
    asked = requested().model_copy(update={"asker": Asker.YOUNG_PERSON})
    back = WithdrawVariation(variation=1, party=Party.COUNCIL, reason="Not needed.", by=BROKER)
    case.given(*living(), asked).when(back).then(
        VariationWithdrawn(variation=1, reason="Not needed.", by=BROKER)
    )


@pytest.mark.covers("6-75")
def test_agreed_out_of_order_the_later_one_is_rebased_on_the_earlier() -> None:
    """The 15th adds support and is agreed first; the 1st makes the home dearer."""
    on_15th = change(on=MID_JUNE)
    support = lines(80_000, 10_000)
    later = varied(number=1, since=MID_JUNE, lines=support, shares=shares(90_000))
    first = costed(85_000, number=2)
    told = [
        *living(),
        requested(on_15th),
        costed(lines=support, shares=shares(90_000)),
        authorised(90_000),
        later,
        requested(number=2),
        first.model_copy(update={"highest": 95_000}),
    ]
    state = placement.decider.replay(told)
    (spent,) = placement.decider.decide(state, authorise(variation=2))
    assert isinstance(spent, VariationAuthorised)
    assert spent.highest == 95_000

    made = case.given(*told, spent, agreed(number=2)).when(agree(variation=2, weekly=85_000))
    both = AgreedVersion(
        number=2,
        since=MID_JUNE,
        terms=TERMS.model_copy(update={"lines": lines(85_000, 10_000), "shares": shares(95_000)}),
        planned_end=PLANNED_END,
    )
    then = varied(85_000, number=2, version=3, rebased=(both,))
    made.then(agreed(Party.PROVIDER, number=2), then)
    periods = chronology(history(*told, spent, then)).agreements
    assert [(each.since, each.until, each.terms.weekly) for each in periods] == [
        (date(2026, 3, 2), JUNE, 80_000),
        (JUNE, MID_JUNE, 85_000),
        (MID_JUNE, None, 95_000),
    ]


@pytest.mark.covers("6-75")
def test_what_was_costed_before_another_was_agreed_is_rebased_and_needs_money_for_it() -> None:
    waiting = [
        *living(),
        requested(change(on=MID_JUNE)),
        costed(lines=lines(80_000, 5_000), shares=shares(85_000)),
        authorised(85_000),
        agreed(),
    ]
    between: list[PlacementEvent] = [
        requested(number=2),
        costed(90_000, number=2),
        authorised(90_000, number=2),
        varied(90_000, number=2),
    ]
    both = agree(costing=2, weekly=95_000)
    case.given(*waiting, *between).when(agree(weekly=95_000)).then_refused(WrongState)
    case.given(*waiting, *between).when(agree(costing=2, weekly=85_000)).then_refused(WrongState)
    case.given(*waiting, *between).when(both).then_refused(FundingNotAuthorised)
    enough: PlacementEvent = authorised(95_000)
    council = agree(Party.COUNCIL, costing=2, weekly=95_000)
    case.given(*waiting, *between, enough).when(both).then(agreed(Party.PROVIDER))
    case.given(*waiting, *between, enough).when(council).then(agreed())
    state = placement.decider.replay([*waiting, *between, enough, agreed()])
    _, made = placement.decider.decide(state, both)
    assert isinstance(made, AgreementVaried)
    assert made.terms.weekly == 95_000


def test_two_from_one_day_the_one_agreed_last_holds() -> None:
    told = history(*living(), varied(70_000), varied(60_000, number=2, version=3))
    periods = chronology(told).agreements
    assert [(each.version, each.since) for each in periods] == [(1, date(2026, 3, 2)), (3, JUNE)]


def test_an_extension_moves_the_planned_end_of_the_placement() -> None:
    longer = date(2026, 12, 1)
    told = [*living(), varied(planned_end=longer)]
    state = placement.decider.replay(told)
    assert isinstance(state, Known)
    assert state.particulars.arrangement.planned_end == longer
    assert chronology(history(*told)).stays[0].planned_end == longer


@pytest.mark.covers("C-VAR", "R-24")
def test_five_working_days_from_the_request_to_an_answer() -> None:
    def of(*events: placement.PlacementEvent) -> Outcome:
        (found,) = [each for each in clocks(history(*events), CLOCK_TERMS) if each.code == C_VAR]
        return found.outcome

    refused = VariationRefused(
        variation=1, party=Party.PROVIDER, reason="Too little.", by=AUTHORISER
    )
    withdrawn = VariationWithdrawn(variation=1, reason="Not needed.", by=BROKER)
    assert of(*living(), requested(), costed()) is Outcome.RUNNING
    for answer in (varied(), refused, withdrawn):
        assert of(*living(), requested(), answer) is Outcome.MET
    assert of(*living(), requested(), ended()) is Outcome.STOPPED
