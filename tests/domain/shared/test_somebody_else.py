"""Capitals make nobody somebody else, wherever one person names another (R-165)."""

import pytest

from domain.case.rules import require_within_matrix
from domain.placement.rules.notice import require_another_manager
from domain.shared.errors import ConflictOfInterest
from domain.shared.two_people import is_same_person, require_second_person
from domain.shared.vocabulary import Subject

CASEY, SHOUTED, MORGAN = Subject("casey"), Subject(" CASEY"), Subject("morgan")


@pytest.mark.covers("R-165")
def test_a_name_in_other_capitals_is_the_same_person() -> None:
    assert is_same_person(CASEY, SHOUTED)
    assert not is_same_person(CASEY, MORGAN)
    assert not is_same_person(CASEY, None)
    assert is_same_person(None, None)


@pytest.mark.covers("R-165")
def test_nobody_approves_their_own_act_under_another_spelling() -> None:
    with pytest.raises(ConflictOfInterest):
        require_second_person(CASEY, SHOUTED)
    with pytest.raises(ConflictOfInterest):
        require_another_manager(CASEY, SHOUTED)
    with pytest.raises(ConflictOfInterest):
        require_within_matrix(60, SHOUTED, CASEY)
    require_another_manager(CASEY, MORGAN)
    require_within_matrix(60, MORGAN, CASEY)
