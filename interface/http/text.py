"""Text as it may be sent: the rule is in the schema as well as in the code.

Control characters are refused: PostgreSQL would refuse NUL later, SQLite would not.
Lone surrogates, which no database can encode, are refused by pydantic itself.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

_PLAIN = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"

ShortText = Annotated[
    str,
    StringConstraints(strip_whitespace=True),
    Field(min_length=1, max_length=200, pattern=_PLAIN),
]
"""A line: a name, a code, a reference."""

LongText = Annotated[
    str,
    StringConstraints(strip_whitespace=True),
    Field(min_length=1, max_length=20_000, pattern=_PLAIN),
]
"""What a person writes in their own words."""

PerhapsText = Annotated[
    str,
    StringConstraints(strip_whitespace=True),
    Field(max_length=20_000, pattern=_PLAIN),
]
"""The same where a blank is for the domain to name, along with every other gap."""

SubjectText = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._:|@+-]{0,199}$")]
"""An officer, as the identity issuer calls them: one word, and kept where anybody may read it."""

CodeText = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,59}$")]
"""An entry of a code list."""


LotCode = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9.]{0,19}$")]
"""A lot of a contract, by the code that the contract gives it."""

GssText = Annotated[str, Field(pattern=r"^[ENSW][0-9]{8}$")]
"""A council, by its Office for National Statistics code."""


class Body(BaseModel):
    """What a client sends. A field that nobody declared is refused, never dropped."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)
