"""A provider's own invitation, told from the history of a search that others are in too."""

from collections.abc import Sequence

import pytest

from application.referral.invitation import OfferStatus, OwnInvitation, own_invitation
from application.referral.invitation.sorting import SORTED_OUT
from application.referral.view.invitations import own_invitations
from application.referral.view.offers import offers
from domain.referral.codes import DeselectionReason, OfferWithdrawalReason
from domain.referral.events import ReferralEvent
from domain.referral.events.answers import ResponsesClosed
from domain.referral.events.choice import PreferredOfferDeselected
from domain.referral.events.emergency import InformationSupplied
from domain.referral.events.offers import OfferWithdrawn
from domain.referral.pack import digest
from domain.referral.sections import SectionName, SectionText
from domain.shared.vocabulary import ProviderId
from tests.support.disclosure import FULL, MATCHING, NAMED, SOON, read, told
from tests.support.judging import called, recorded_criteria, scored
from tests.support.on_the_market import answered, asked, deleted, pack_withdrawn
from tests.support.referrals import (
    ASH,
    BROKER,
    ELM,
    OAK,
    WEEKLY,
    declined,
    offer_of,
    offered,
    price,
    recorded,
    selected,
    until_published,
)


def own(history: Sequence[ReferralEvent], provider_id: ProviderId) -> OwnInvitation:
    log = list(recorded(history))
    found = own_invitation(log, provider_id)
    assert found is not None
    assert found == own_invitation(log, provider_id, SORTED_OUT.of(log)), "as carried on"
    return found


def deselected(reason: DeselectionReason) -> PreferredOfferDeselected:
    return PreferredOfferDeselected(offer_id=offer_of(OAK), reason=reason, by=BROKER)


COMPARED = (*until_published(OAK, ELM), offered(OAK), declined(ELM), ResponsesClosed())


def test_who_declined_cannot_tell_that_a_choice_was_made_and_undone() -> None:
    undone = [*COMPARED, selected(OAK), deselected(DeselectionReason.CHILD_REFUSED)]

    assert own(undone, ELM) == own(COMPARED, ELM)


def test_each_turn_of_ones_own_offer_moves_ones_version() -> None:
    preferred = [*COMPARED, selected(OAK)]
    undone = [*preferred, deselected(DeselectionReason.CHILD_REFUSED)]

    versions = [own(history, OAK).version for history in (COMPARED, preferred, undone)]

    assert versions == [2, 3, 4]


def test_who_withdrew_its_preferred_offer_sees_it_withdrawn() -> None:
    undone = [*COMPARED, selected(OAK), deselected(DeselectionReason.PROVIDER_WITHDREW)]

    held = own(undone, OAK).offer

    assert held is not None
    assert held.status is OfferStatus.WITHDRAWN


def test_who_was_not_asked_has_no_invitation() -> None:
    assert own_invitation(list(recorded(COMPARED)), ASH) is None


def test_how_an_offer_is_judged_shows_nowhere_before_the_decision_and_then_to_its_own() -> None:
    judged = [
        *until_published(OAK, ELM),
        recorded_criteria(),
        offered(OAK),
        offered(ELM),
        ResponsesClosed(),
        scored(),
        called(),
    ]
    unjudged = [*judged[:-2]]

    assert own(judged, OAK) == own(unjudged, OAK)
    mine, theirs = (own([*judged, selected(OAK)], each).offer for each in (OAK, ELM))
    assert mine is not None
    assert mine.judgement is not None
    assert (mine.judgement.weighted, mine.judgement.suitable) == (370, True)
    assert theirs is not None
    assert theirs.judgement is None


@pytest.mark.covers("R-100")
def test_what_the_chosen_home_was_told_goes_with_the_choice_and_is_to_be_deleted() -> None:
    part = SectionText(name=SectionName.HISTORY, text="Two placements.")
    supplied = InformationSupplied(
        provider_id=OAK, sections=(part,), outstanding=(), at=SOON, by=BROKER
    )
    chosen = [*COMPARED, told(), read(), selected(OAK), told(FULL), read(FULL), supplied]
    before = own(chosen, OAK)
    after = own([*chosen, deselected(DeselectionReason.CHILD_REFUSED)], OAK)

    assert [each.release.pack.stage for each in before.alone] == ["matching", "full"]
    assert [each.release.pack.stage for each in after.alone] == ["matching"]
    assert (len(before.information), before.must_delete) == (1, False)
    assert (len(after.information), after.must_delete) == (0, True)
    unread = [*COMPARED, selected(OAK), told(FULL), deselected(DeselectionReason.CHILD_REFUSED)]
    assert own(unread, OAK).must_delete is False


@pytest.mark.covers("6-65", "R-93", "R-100")
def test_the_named_minimum_pack_goes_with_a_published_one_that_told_too_much() -> None:
    chosen = [*COMPARED, selected(OAK), told(NAMED), read(NAMED)]
    gone = pack_withdrawn(OAK).model_copy(update={"with_it": (digest(NAMED),)})
    by_itself = gone.model_copy(update={"sha256": digest(MATCHING), "shown_to": (OAK,)})

    assert own(chosen, OAK).alone != ()
    assert own([*chosen, gone], OAK).alone == ()
    kept = own([*COMPARED, told(), by_itself], OAK)
    assert (kept.alone, kept.pack is not None) == ((), True)


@pytest.mark.covers("R-94")
def test_the_offer_before_the_last_is_shown_with_its_own_price_and_what_became_of_it() -> None:
    took_back = OfferWithdrawn(
        provider_id=OAK,
        offer_id=offer_of(OAK),
        reason=OfferWithdrawalReason.PLACE_TAKEN,
        text=None,
        at=SOON,
        by=BROKER,
    )
    again = offered(OAK, offer_id=offer_of(ASH), price=price(120_000))
    told = list(recorded([*until_published(OAK, ELM), offered(OAK), took_back, again]))

    shown = offers(told, own_invitations(told))

    assert [(each.offer_id, each.status, each.weekly) for each in shown] == [
        (offer_of(OAK), OfferStatus.WITHDRAWN, WEEKLY),
        (offer_of(ASH), OfferStatus.OPEN, 120_000),
    ]


@pytest.mark.covers("R-116")
def test_what_nobody_opens_is_held_from_when_it_is_shown_and_is_to_be_deleted() -> None:
    part = SectionText(name=SectionName.HISTORY, text="Two placements.")
    supplied = InformationSupplied(
        provider_id=OAK, sections=(part,), outstanding=(), at=SOON, by=BROKER
    )
    chosen = [*COMPARED, selected(OAK), supplied]
    undone = own([*chosen, deselected(DeselectionReason.CHILD_REFUSED)], OAK)

    assert (own(chosen, OAK).holds_pack, own(chosen, OAK).must_delete) == (True, False)
    assert (undone.information, undone.holds_pack, undone.must_delete) == ((), True, True)
    waiting = [*until_published(OAK, ELM), asked(OAK)]
    to_all = [*waiting, answered(to_all=True)]
    assert (own(waiting, ELM).holds_pack, own(to_all, ELM).holds_pack) == (False, True)
    assert own([*to_all, deleted(ELM)], ELM).holds_pack, "it goes on reading it"
    spared = answered(to_all=True).model_copy(update={"not_shown_to": (ELM,)})
    assert own([*waiting, spared], ELM) == own(waiting, ELM)


@pytest.mark.covers("R-116")
def test_who_says_that_it_deleted_reads_no_pack_but_by_opening_it_again() -> None:
    open_to_it = [*COMPARED, told(), read()]
    shut = own([*open_to_it, deleted(OAK)], OAK)
    again = own([*open_to_it, deleted(OAK), read()], OAK)

    assert [each.opened_at for each in own(open_to_it, OAK).alone] == [SOON]
    assert ([each.opened_at for each in shut.alone], shut.holds_pack) == ([None], False)
    assert ([each.opened_at for each in again.alone], again.holds_pack) == ([SOON], True)
