"""Blocks of a whole service, bought over HTTP step by step."""

from dataclasses import dataclass
from typing import Any

from application.access.principal import Role
from tests.support.placing import House, Placing
from tests.support.registers import MANAGER
from tests.support.service import DERBY, Office

FINANCE: dict[str, Any] = {"role": Role.FINANCE_OFFICER, "subject": "fin-finance"}
PRICE = [
    {"kind": "accommodation", "weekly_pence": 65_000},
    {"kind": "support_hours", "weekly_pence": 25_000},
]
OURS = [{"council": DERBY, "basis_points": 10_000, "lead": True}]


def done(answer: Any) -> Any:
    assert answer.status_code == 201, answer.text
    return answer.json()


@dataclass
class Buying:
    """A block, led from step to step."""

    office: Office
    block_id: str

    @property
    def path(self) -> str:
        return f"/blocks/{self.block_id}"

    def act(self, what: str, body: dict[str, Any], **who: Any) -> Any:
        seen = self.office.get(self.path, **MANAGER).headers["ETag"]
        return self.office.post(f"{self.path}/{what}", body, if_match=seen, **(who or MANAGER))

    def read(self, what: str = "", who: Any = MANAGER, **asked: Any) -> Any:
        answer = self.office.get(f"{self.path}{what}", asked, **who)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def compete(self, **terms: Any) -> "Buying":
        asked = {"on": "2026-02-05", "invited": [], "terms": {"discount_asked": True, **terms}}
        done(self.act("competitions", asked))
        return self

    def award(self, house: House, beds: int, **changed: Any) -> Any:
        said = {
            "on": "2026-02-10",
            "provider_id": str(house.provider_id),
            "homes": [{"setting_id": str(house.setting_id), "beds": beds}],
            "price": PRICE,
            "discount_basis_points": 500,
            "purchasers": OURS,
            "evaluators": ["cam-commissioning", "cleo-commissioning"],
        }
        return self.act("awards", {**said, **changed})

    def call_off(self, placing: Placing, arrives: str = "2026-03-09", **changed: Any) -> Any:
        said = {"placement_id": placing.placement_id, "arrives": arrives}
        return self.office.post(f"{self.path}/call-offs", {**said, **changed}, role=Role.BROKER)


def proposed_block(office: Office, **changed: Any) -> Buying:
    wanted = {
        "title": "Winter beds",
        "reason": "arrivals",
        "emergency": True,
        "provision": "supported_accommodation",
        "beds": 5,
        "since": "2026-03-01",
        "until": "2027-03-01",
        "on": "2026-02-01",
    }
    answer = office.post("/blocks", {**wanted, **changed}, **MANAGER)
    return Buying(office, done(answer)["ids"]["block_id"])


def running_block(
    office: Office,
    house: House,
    beds: int,
    *,
    proposal: Any = None,
    purchasers: Any = None,
    **terms: Any,
) -> Buying:
    """A block of one home whose beds can be called off."""
    bought = proposed_block(office, beds=beds, **(proposal or {})).compete(**terms)
    done(bought.award(house, beds, purchasers=purchasers or OURS))
    done(bought.act("beginnings", {"on": "2026-03-01"}))
    return bought
