"""Admissions over HTTP: homes that councils buy together, considered for one child."""

from interface.http.admissions import answering, asking

ROUTERS = (asking.router, answering.router)

__all__ = ["ROUTERS"]
