"""Telling providers that something waits for them: letters that hold a link, and their sending."""
