import pytest

from tests.support.registers import *


@pytest.mark.filterwarnings("ignore")
def test_edges(office):
    p = home(office, since="1900-01-01")
    q = home(office, since="2199-12-31", name="x")
    bad = []
    for path in (
        "/settings",
        "/occupancy",
        p,
        p + "/occupancy",
        q,
        q + "/occupancy",
        "/providers",
        "/contracts",
        "/reference/calendar/editions",
        "/authorities/E06000015",
    ):
        for d in ("1900-01-01", "2199-12-31", "2199-12-31"):
            for k in (None, "1900-01-01T00:00:00Z", "2199-12-31T23:59:59Z"):
                a = office.get(path, {"as_at": d, **({"as_known_at": k} if k else {})})
                if a.status_code >= 500:
                    bad.append((path, d, k, a.text[:200]))
    for path, b in (
        (p + "/blocks", {"count": 1, "since": "2199-12-31", "reason": "x"}),
        (p + "/closures", {"since": "2199-12-31"}),
        (p + "/reopenings", {"on": "1900-01-01"}),
        (p + "/registrations", {**REGISTERED, "since": "2199-12-31"}),
        (p + "/capacities", {"places": 0, "since": "1900-01-01"}),
        (p + "/other-authority-occupancies", {"count": 5, "since": "2199-12-31"}),
    ):
        a = office.post(path, b, if_match='"1"')
        print(path[-20:], a.status_code, a.text[:150])
        if a.status_code >= 500:
            bad.append((path, b, a.text))
    office.quiet()
    print(office.get("/health/ready").text if 0 else "")
    print(office.running.shelf.freshness(0))
    assert not bad, bad
    import collections

    ops = [
        m["operationId"]
        for path in office.client.get("/openapi.json").json()["paths"].values()
        for m in path.values()
    ]
    assert not [k for k, v in collections.Counter(ops).items() if v > 1]
