"""Times told from the reference date or from what was said before, one construct a file."""
