"""Cards: a check in one small page without script, for the frames of other sites."""
