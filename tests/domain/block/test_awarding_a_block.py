"""A block comes about: proposed, competed on stated terms, awarded by two to one provider."""

from datetime import date

import pytest

from domain.block import commands as ask
from domain.block import events as came
from domain.block.agreement import BlockTerms, Purchaser
from domain.block.errors import (
    AwardIncomplete,
    HomeNotOfBlock,
    MoreBedsThanPlaces,
    PeriodContradicts,
)
from domain.shared.admission import ProviderSuspended
from domain.shared.errors import EffectiveBeforeStream, WrongState
from domain.shared.money import FundingSplitUnbalanced
from tests.support.blocks import (
    CAM,
    DERBY,
    DERBYSHIRE,
    OTHER_PROVIDER,
    PROVIDER,
    SINCE,
    TERMS,
    allocated,
    award,
    awarded,
    beds,
    block,
    competed,
    found,
    propose,
    proposed,
    running,
)


@pytest.mark.covers("4-098")
def test_beds_are_proposed_for_a_fixed_period() -> None:
    block.when(propose()).then(proposed())


def test_a_block_that_would_end_before_it_begins_is_refused() -> None:
    block.when(propose(until=SINCE)).then_refused(PeriodContradicts)


@pytest.mark.covers("4-100")
def test_the_terms_are_set_out_at_the_competition() -> None:
    asked = ask.RecordCompetition(on=date(2026, 2, 5), invited=(PROVIDER,), terms=TERMS)

    block.given(proposed()).when(asked).then(competed())


def test_a_step_is_not_dated_before_the_one_that_it_follows() -> None:
    early = ask.RecordCompetition(on=date(2026, 1, 5), invited=(), terms=TERMS)

    block.given(proposed()).when(early).then_refused(EffectiveBeforeStream)


def test_a_block_is_awarded_to_one_provider() -> None:
    block.given(proposed(), competed()).when(award()).then(awarded())


def test_nothing_is_awarded_before_terms_were_set_out() -> None:
    block.given(proposed()).when(award()).then_refused(WrongState)


def test_two_people_judge_a_block() -> None:
    alone = award(evaluators=(CAM, CAM))

    block.given(proposed(), competed()).when(alone).then_refused(AwardIncomplete)


@pytest.mark.covers("4-100")
def test_where_a_discount_was_asked_for_five_beds_are_not_awarded_without_one() -> None:
    silent = award(discount_basis_points=None)

    block.given(proposed(), competed()).when(silent).then_refused(AwardIncomplete)


def test_four_beds_need_no_discount() -> None:
    four = award(beds(4), discount_basis_points=None)

    block.given(proposed(), competed()).when(four).then(awarded(beds(4), discount_basis_points=0))


def test_no_discount_is_asked_for_where_the_terms_did_not() -> None:
    terms = BlockTerms(discount_asked=False)
    silent = award(discount_basis_points=None)

    block.given(proposed(), competed(terms)).when(silent).then(awarded(discount_basis_points=0))


def test_everything_missing_is_named_at_once() -> None:
    with pytest.raises(AwardIncomplete) as refusal:
        block.given(proposed(), competed()).when(
            award((), lines=(), purchasers=(), evaluators=())
        )._decided()  # the refusal's own list is the point

    assert refusal.value.details["missing"] == ["homes", "price", "purchasers", "evaluators"]


def test_a_suspended_provider_is_awarded_nothing() -> None:
    block.given(proposed(), competed()).when(award(barred=True)).then_refused(ProviderSuspended)


def test_beds_are_bought_in_homes_that_the_provider_runs() -> None:
    elsewhere = award(provider_id=OTHER_PROVIDER)

    block.given(proposed(), competed()).when(elsewhere).then_refused(HomeNotOfBlock)


@pytest.mark.covers("0-003")
def test_a_home_of_two_places_sells_no_third_bed() -> None:
    third = award(beds(3), found=found(elm=2))

    block.given(proposed(), competed()).when(third).then_refused(MoreBedsThanPlaces)


def test_a_place_that_another_block_has_bought_is_not_sold_again() -> None:
    taken = tuple(each.model_copy(update={"bought_by_others": 18}) for each in found())

    block.given(proposed(), competed()).when(award(found=taken)).then_refused(MoreBedsThanPlaces)


@pytest.mark.covers("1-049")
@pytest.mark.parametrize(
    "parts", [(5_000, 4_999), (5_000, 5_001), (10_000, 10_000)], ids=["less", "more", "twice"]
)
def test_purchasers_parts_are_the_whole_exactly(parts: tuple[int, int]) -> None:
    ours, theirs = parts
    together = (
        Purchaser(council=DERBY, basis_points=ours, lead=True),
        Purchaser(council=DERBYSHIRE, basis_points=theirs),
    )

    block.given(proposed(), competed()).when(award(purchasers=together)).then_refused(
        FundingSplitUnbalanced
    )


def test_exactly_one_council_leads() -> None:
    nobody = (Purchaser(council=DERBY, basis_points=10_000),)

    block.given(proposed(), competed()).when(award(purchasers=nobody)).then_refused(
        FundingSplitUnbalanced
    )


def test_a_block_begins_once_it_is_awarded() -> None:
    begin = ask.ActivateBlock(on=SINCE)

    block.given(proposed(), competed(), awarded()).when(begin).then(came.BlockActivated(on=SINCE))


def test_a_block_that_ends_early_names_whom_it_leaves_without_a_bed() -> None:
    over = ask.EndBlock(on=date(2026, 6, 1), reason="provider_leaves")

    block.given(*running(), allocated()).when(over).then(
        came.BlockEnded(
            on=date(2026, 6, 1),
            reason="provider_leaves",
            without_a_bed=(allocated().placement_id,),
        )
    )


def test_what_is_over_is_not_ended_again() -> None:
    over = came.BlockEnded(on=date(2026, 6, 1), reason="unused", without_a_bed=())

    block.given(*running(), over).when(
        ask.EndBlock(on=date(2026, 7, 1), reason="unused")
    ).then_refused(WrongState)
