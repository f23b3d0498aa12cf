"""Bringing in what other systems hold: read, plan, report; nothing is dropped silently."""
