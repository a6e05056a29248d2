"""The kinds of value in the answers of the API, and the words that a field may hold.

The words are written out once more here: a word that records come to know is published when this
list knows it, and a word renamed in the records keeps its name here.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import WithJsonSchema


def _one_of(*words: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "enum": list(words)})


Id = Annotated[str, WithJsonSchema({"type": "string", "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"})]
PassageId = Annotated[str, WithJsonSchema({"type": "string", "pattern": "^[a-z0-9-]+#[a-z0-9-]+$"})]
Address = Annotated[str, WithJsonSchema({"type": "string", "format": "uri"})]
Language = Annotated[str, WithJsonSchema({"type": "string", "examples": ["en", "uk", "pt-BR"]})]
# ISO 8601, as far as the date is known.
When = Annotated[
    str, WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"})
]

ClaimStatus = Annotated[str, _one_of("published", "withdrawn")]
Question = Annotated[str, _one_of("said", "fact")]
Stance = Annotated[str, _one_of("supports", "refutes", "context")]
State = Annotated[
    str,
    _one_of(
        "verbatim",
        "typography",
        "not-found",
        "ambiguous",
        "too-short",
        "needs-archive",
        "unsealed",
    ),
]
PassageKind = Annotated[
    str, _one_of("direct-speech", "reported-speech", "narration", "headline", "caption")
]
HistoryKind = Annotated[
    str, _one_of("published", "update", "correction", "verdict-change", "withdrawn")
]
Relation = Annotated[
    str,
    _one_of(
        "repeats",
        "repeated-by",
        "contradicts",
        "contradicted-by",
        "updates",
        "updated-by",
        "part-of",
        "has-part",
    ),
]
Basis = Annotated[str, _one_of("stated", "inferred", "unknown")]
Media = Annotated[str, _one_of("article", "document", "video", "audio", "post")]
SourceStatus = Annotated[
    str, _one_of("live", "corrected", "superseded", "retracted", "paywalled", "gone")
]
SealKind = Annotated[str, _one_of("closed", "open")]
PersonKind = Annotated[str, _one_of("person", "organisation", "government", "group")]
