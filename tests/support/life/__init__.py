"""Months of children's lives, through the API, one move of the clock a day.

Chance decides what is done in time, what late and what never; its seed is told, and with one
seed the same is done on the same days. What was owed of it is counted once more by
`tools.recount`, which shares nothing with the service.
"""
