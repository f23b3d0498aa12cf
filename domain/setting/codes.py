"""Codes of the council's dated reference lists (R-31): short, and never a sentence."""

from typing import Annotated

from pydantic import StringConstraints

Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
"""A word of a list, such as `ofsted_s22b` or `carer_on_hold`: it can hold no free text."""
