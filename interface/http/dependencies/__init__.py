"""What routes may ask for: the caller, already permitted, and the occasion of a command.

A route declares its action, and nothing else has to be remembered: the dependency finds
what the path names, asks the policy about it, and notes the reading of a child's record.
"""

from interface.http.dependencies.by_address import PermittedByAddress, by_address
from interface.http.dependencies.caller import Caller
from interface.http.dependencies.headers import VersionSeen
from interface.http.dependencies.identity import ServiceOf, principal
from interface.http.dependencies.parameters import known_parameters
from interface.http.dependencies.to_command import Commanding, PermittedCommand, commanding
from interface.http.dependencies.to_read import Permitted, reading

__all__ = [
    "Caller",
    "Commanding",
    "Permitted",
    "PermittedByAddress",
    "PermittedCommand",
    "ServiceOf",
    "VersionSeen",
    "by_address",
    "commanding",
    "known_parameters",
    "principal",
    "reading",
]
