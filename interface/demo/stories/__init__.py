"""Other children's stories, told in plain lines once the whole journey has been.

Each is a module of its own and a line of `STORIES`. It acts over HTTP as the journey does,
with a teller that is silent, and says itself what came of it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from interface.demo.journey import Teller
from interface.demo.stories import alone, breakdown, homeless, siblings

Say = Callable[[str], None]


@dataclass(frozen=True)
class Story:
    title: str
    tell: Callable[[Teller, Say], None]
    """Acts by the teller, and says each line."""


STORIES: Sequence[Story] = (
    Story("Three sisters are placed together", siblings.tell),
    Story("A homeless 17-year-old on a Friday night", homeless.tell),
    Story("A foster home breaks down at fourteen", breakdown.tell),
    Story("A boy who came alone, and how old he is", alone.tell),
)


def tell_all(teller: Teller) -> None:
    """One story after another; the clock goes on from where the one before left it."""
    for story in STORIES:
        teller.chapter(story.title)
        acting = teller.silent()
        story.tell(acting, lambda line: teller.say(f"  {line}"))
        teller.now = acting.now
