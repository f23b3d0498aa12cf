"""A copy as it is sent: a page that holds its text and nothing behind it (R-30).

The same text gives the same bytes on any day, so that the digest proves what was read.
"""

import html

STYLE = "body{font:1rem/1.5 serif;max-width:44rem;margin:2rem auto;white-space:pre-wrap}"


def page(kind: str, text: str) -> bytes:
    """The whole document: no metadata, no file name, nothing hidden, no address of anything."""
    title = kind.replace("_", " ").capitalize()
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{STYLE}</style></head><body><h1>{title}</h1>\n"
        f"{html.escape(_seen(text))}\n</body></html>\n"
    ).encode()


def _seen(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable() or letter in "\n\t")
