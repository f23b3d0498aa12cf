"""The homes that two of the stories need: foster carers of the council's own."""

from datetime import timedelta

from application.access.principal import Role
from interface.demo.journey import Teller


def own_carers(teller: Teller, name: str) -> str:
    """A foster household of the council's own, on the register since two years; its id."""
    home = {
        "provision": "fostering",
        "name": f"Demo household {name} {teller.run}",
        "address": f"{len(name)} Linden Row, Derby",
        "postcode": "DE1 2GQ",
        "district": "E06000015",
        "places": 2,
        "since": (teller.now.date() - timedelta(days=730)).isoformat(),
    }
    listed = teller.act(Role.COMMISSIONING_MANAGER, "/settings", home)
    setting_id: str = listed["ids"]["setting_id"]
    approved = {"kind": "foster_approval", "since": home["since"], "places": 2}
    teller.act(Role.COMMISSIONING_MANAGER, f"/settings/{setting_id}/registrations", approved)
    return setting_id
