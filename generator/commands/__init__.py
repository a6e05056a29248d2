"""One command a file: a function of that name that returns the exit code."""
