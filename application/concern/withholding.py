"""A concern without whom it is against, for whoever may not read that (5.4, R-227, R-234)."""

from collections.abc import Sequence
from dataclasses import replace

from application.concern.naming import stands_in
from application.concern.shown import ConcernView, ShownWord
from domain.case.marks import Mark


def without_subject(view: ConcernView, marks: Sequence[Mark]) -> ConcernView:
    """Every text in which any of `marks` stands is left out, and named among `withheld`."""
    words = [_word(each, marks) for each in view.words]
    texts = {
        "account": view.account,
        "finding_text": view.finding_text,
        "learning_text": view.learning_text,
    }
    withheld = [name for name, text in texts.items() if stands_in(text, marks)]
    if words != [*view.words]:
        withheld.append("words")
    return replace(
        view,
        subject=None,
        account=None if "account" in withheld else view.account,
        finding_text=None if "finding_text" in withheld else view.finding_text,
        learning_text=None if "learning_text" in withheld else view.learning_text,
        words=words,
        withheld=withheld,
    )


def _word(word: ShownWord, marks: Sequence[Mark]) -> ShownWord:
    return replace(word, text=None) if stands_in(word.text, marks) else word
