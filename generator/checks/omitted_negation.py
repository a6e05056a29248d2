"""An omission does not jump a negation.

"We will […] close it" is word for word and says the opposite of "We will not close it". When
``factcheck verify`` has the captured text, it reads what ``[…]`` leaves out, and tells when a
word such as "not" or "never" is among it. Without the text nobody can see it.

Quote the negation too, or two passages. Can be excused, on the passage or on its source, when
the negation belongs to another statement.
"""

from __future__ import annotations

from generator.problems import Severity

CODE = "omitted-negation"
SEVERITY = Severity.WARNING
EXCUSABLE = True
