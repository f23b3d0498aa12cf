"""What is settled once a child has left: until when it is paid, and the final account."""

from enum import StrEnum


class PayUntilBasis(StrEnum):
    """Why it is paid until another day than notice says (6-17)."""

    WAIVED = "waived"
    BED_LET_AGAIN = "bed_let_again"
    AGREED = "agreed"
