"""The heart: what counts as the same words, and whether a quotation stands in its text."""

VARIABLE = "FACTCHECK_ARCHIVE"  # of the environment: the folder of the captured texts
