"""Documents: kept by their digest under the file's key, and read for their text."""
