"""The questions of ``factcheck new``: what is asked, how, and what becomes of the answers."""
