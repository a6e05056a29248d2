"""No negation stands just before a quotation.

"Nobody said that" + "the bridge is safe": a quotation that begins behind the negation says the
opposite of its sentence. When ``factcheck verify`` has the captured text, it looks at the six
words before the quotation, within its sentence; it knows the negations of English, Ukrainian and
Russian. Without the text nobody can see it.

Begin the quotation earlier. Can be excused, on the passage or on its source, when the negation
does not bear on the quotation.
"""

from __future__ import annotations

from generator.problems import Severity

CODE = "negation-before"
SEVERITY = Severity.WARNING
EXCUSABLE = True
