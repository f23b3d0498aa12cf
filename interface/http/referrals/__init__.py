"""Referrals over HTTP: asking for a home, searching, choosing, paying; and the board."""

from interface.http.referrals import (
    board,
    choice,
    comparing,
    copies,
    disclosure,
    emergency,
    evaluation,
    funding,
    in_house,
    market,
    money,
    offers,
    packs,
    pausing,
    reading,
    requests,
    search,
    siblings,
    spoken,
    triage,
)

ROUTERS = (
    requests.router,
    triage.router,
    pausing.router,
    search.router,
    in_house.router,
    offers.router,
    market.router,
    emergency.router,
    disclosure.router,
    packs.router,
    evaluation.router,
    siblings.router,
    comparing.router,
    choice.router,
    spoken.router,
    copies.router,
    money.router,
    funding.router,
    board.router,
    reading.router,
)

__all__ = ["ROUTERS"]
