"""Services that funders pay for together over HTTP: agreed, spent on, read by financial year."""

from interface.http.joint_services import agreeing, changing, contributions, reading, spending

ROUTERS = (agreeing.router, contributions.router, changing.router, spending.router, reading.router)

__all__ = ["ROUTERS"]
