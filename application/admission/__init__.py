"""Whether a child is admitted to homes that councils buy together."""
