"""A council whose children live one day after the other."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from random import Random

from application.access.principal import Role
from domain.shared.vocabulary import Provision
from tests.support.life.childhood import Childhood
from tests.support.life.desk import Desk
from tests.support.life.diary import Diary
from tests.support.placing import open_house
from tests.support.service import Office

PLACES = 4


@dataclass
class Council:
    """Children who come into care over the first days, and live on until the last."""

    desk: Desk
    chance: Random
    first: date
    diary: Diary = field(default_factory=Diary)
    children: list[Childhood] = field(default_factory=list)

    @classmethod
    def of(cls, office: Office, seed: int, first: date, children: int) -> "Council":
        chance = Random(seed)  # noqa: S311  # chance that can be told again
        council = cls(Desk(office), chance, first)
        homes = [_foster_home(office) for _ in range(children // 3)]
        for number in range(children):
            comes = first + timedelta(days=number * 10 // children)
            council.diary.plan(comes, partial(council._arrives, homes, number))
        return council

    def live(self, days: int) -> None:
        """So many days, from the first morning on."""
        for day in range(days):
            today = self.first + timedelta(days=day)
            self.desk.morning(today)
            self.diary.live(today)
            for child in self.children:
                child.a_day(today)

    def _arrives(self, homes: list[str], number: int, today: date) -> None:
        told = {
            "full_name": f"Demo-Life Number {number}",
            "birth_date": {"born_on": "2010-09-14", "source": "birth certificate"},
            "sex": "F",
            "not_a_duplicate_because": "A life made up by chance",
        }
        case_id = self.desk.told("/cases", told, Role.BROKER)["case_id"]
        child = Childhood(self.desk, self.diary, self.chance, homes, case_id)
        child.comes_into_care(today)
        child.moves_in(today)
        self.children.append(child)


def _foster_home(office: Office) -> str:
    home = open_house(
        office, places=PLACES, provision=Provision.FOSTERING, registered=None, bought=False
    )
    return str(home.setting_id)
