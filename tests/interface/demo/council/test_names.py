"""Made-up names are each child's own, and nobody's."""

import pytest

from interface.demo.council import demo_name
from interface.demo.council.names import AFTER, BEFORE, FIRST

ALL = len(FIRST) * len(BEFORE) * len(AFTER)


def test_no_two_children_share_a_name() -> None:
    names = [demo_name(number) for number in range(ALL)]

    assert len(set(names)) == ALL


def test_every_first_name_says_that_it_is_a_demonstration() -> None:
    assert all(demo_name(number)[0].startswith("Demo-") for number in range(ALL))


def test_neighbours_do_not_look_like_siblings() -> None:
    assert all(demo_name(n)[1] != demo_name(n + 1)[1] for n in range(1_000))


def test_the_names_run_out_rather_than_repeat() -> None:
    for number in (-1, ALL):
        with pytest.raises(IndexError):
            demo_name(number)
