"""Several wordings of one statement side by side, word by word.

The method is that of progressive collation: one wording after the other is aligned with a
growing row of columns, each of which holds the words that stand at one place (Feng, Doolittle
1987, "Progressive sequence alignment as a prerequisite to correct phylogenetic trees"; for texts
and their witnesses Dekker et al. 2015, "Computer-supported collation of modern manuscripts").
"""

from __future__ import annotations

from generator.collation.calendar import days_and_months
from generator.collation.collated import Cell, Collation, Run, collate
from generator.collation.judging import Judgement
from generator.collation.lexicon import Lexicon, lexicon
from generator.collation.same import candidates, groups
from generator.collation.witness import words

__all__ = [
    "Cell",
    "Collation",
    "Judgement",
    "Lexicon",
    "Run",
    "candidates",
    "collate",
    "days_and_months",
    "groups",
    "lexicon",
    "words",
]
