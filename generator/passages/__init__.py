"""The heart: what counts as the same words, and whether a quotation stands in its text."""
