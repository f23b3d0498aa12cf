"""A made-up council's SSDA903: nobody in it exists, and its shape is a real city's.

The shape is what Derby published about 31 March 2024 (seed 002, Appendix 1), carried to the
return for the year ending 31 March 2026. `shape` has the figures and says where they
conflict; `write_return` makes the children, their histories and the files, the same each
time. Names are not in an SSDA903; `names` gives each child one that nobody could bear.

Five files are written: Header, Episodes, Reviews, UASC and Missing. Siblings, children who
come back into care within the year, and temporary placements are not in it.
"""

from interface.demo.council.names import demo_name
from interface.demo.council.postcodes import Postcode
from interface.demo.council.summary import CouncilSummary
from interface.demo.council.writing import write_return

__all__ = ["CouncilSummary", "Postcode", "demo_name", "write_return"]
