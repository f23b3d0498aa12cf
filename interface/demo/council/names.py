"""Names for made-up children: each its own, and none that a child could have."""

FIRST = (
    *("Otter", "Badger", "Wren", "Heron", "Newt", "Dormouse", "Plover", "Stoat", "Linnet"),
    *("Hare", "Puffin", "Osprey", "Vole", "Curlew", "Lapwing", "Marten", "Siskin", "Polecat"),
)
BEFORE = (
    *("Bramble", "Thistle", "Kettle", "Button", "Lantern", "Pebble", "Marrow", "Biscuit"),
    *("Teapot", "Gravy", "Clover", "Puddle", "Walnut", "Cobble", "Mitten", "Turnip"),
)
AFTER = (
    *("shade", "wick", "thorpe", "dale", "combe", "mere", "ley", "stow"),
    *("hurst", "croft", "holme", "beck", "sett", "ford", "worth", "garth"),
)


def demo_name(number: int) -> tuple[str, str]:
    """First and last name of the nth child, from 0: "Demo-Otter", "Brambleshade".

    No two of the first 4,608 are alike. Raises `IndexError` beyond.
    """
    # Counting in three wheels would give neighbours one surname; the step is prime to all.
    total = len(FIRST) * len(BEFORE) * len(AFTER)
    if not 0 <= number < total:
        raise IndexError(f"there are {total} names")
    rest, first = divmod(number * STEP % total, len(FIRST))
    before, after = divmod(rest, len(AFTER))
    return f"Demo-{FIRST[first]}", f"{BEFORE[before]}{AFTER[after]}"


STEP = 1_931
