"""The organisations that provide homes."""
