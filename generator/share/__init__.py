"""Share pictures: what a claim's page says first, as a PNG for whoever passes its link on.

Drawn from our own SVG with the fonts in ``fonts/`` and nothing of the system, so that the same
records make the same bytes on every machine.
"""
