"""An omission does not jump from one speaker to another.

What stands on both sides of ``[…]`` reads as the words of one person. When ``factcheck verify``
has the captured text, it reads what is left out and tells when somebody else is named there,
by any spelling that the site's people have. Without the text nobody can see it.

Quote two passages, each with its speaker. Can be excused, on the passage or on its source, when
the other is only mentioned.
"""

from __future__ import annotations

from generator.problems import Severity

CODE = "omitted-speaker"
SEVERITY = Severity.WARNING
EXCUSABLE = True
