"""Every code that a run can print, with what it means and what to do about it."""

from __future__ import annotations

# Every code that a run can print, with what it means. Codes are stable: people put them in
# searches, scripts and excuses. A problem with a code that is not here cannot be made.
_FILE = {
    "unreadable-file": "The file cannot be read, or is not an ordinary file.",
    "wrong-folder": "The file lies where no record of its kind is looked for.",
    "unexpected-file": "The folder holds records only; this file is not one.",
    "bad-id": "A file name is not usable as an id.",
    "duplicate-id": "Two records have one id.",
    "too-large": "The file, or a text in it, is longer than its limit.",
    "bad-encoding": "The file is not UTF-8 without a byte order mark, in normal form NFC.",
    "unreadable-capture": "A capture from which no text could be taken.",
    "not-importable": "An item of a foreign file of which no draft can be made.",
    "forbidden-character": "An invisible or control character that would change text unseen.",
    "merge-conflict": "Marks of a git conflict stand in the file.",
}
_YAML = {
    "yaml-syntax": "The file is not well-formed YAML.",
    "duplicate-key": "A mapping has one key twice; YAML would keep the last without a word.",
    "yaml-alias": "Anchors, aliases and merge keys are not used in records.",
    "yaml-tag": "Type tags are not used in records.",
    "yaml-directive": "Directives and further documents are not used in records.",
    "yaml-depth": "The nesting is deeper than any record needs.",
    "yaml-key": "A key is not plain text.",
    "not-formatted": "The formatter would change what a record says, and left it alone.",
    "comment-in-text": "A comment behind unquoted text; YAML cuts the text there.",
}
_FIELDS = {
    "unknown-key": "A key that this kind of record does not have.",
    "missing-field": "A required key is absent.",
    "wrong-type": "Text, a list or a mapping stands where another of these belongs.",
    "empty-text": "A text is empty, or absent where null is not allowed.",
    "not-a-date": "The value is not a calendar date.",
    "not-a-number": "The value is not a whole number.",
    "not-a-choice": "The value is not one of the allowed words.",
    "not-an-id": "The value is not of an id's form.",
    "not-a-url": "The value is not a plain http or https address.",
    "not-an-email": "The value is not an e-mail address.",
    "not-a-language": "The value is not a BCP 47 language tag.",
    "bad-value": "The value is of the right type and still cannot be used.",
    "inconsistent": "Two fields of one record contradict each other.",
    "old-format": "A claim was written for an older format of records.",
    "newer-format": "A claim was written for a newer version of this program.",
    "raw-html": "A hand-written page holds what is not plain Markdown, such as HTML.",
    "unknown-placeholder": "A hand-written page names a live figure that does not exist.",
}
_RECORDS = {
    "unknown-reference": "An id that names no record.",
    "address-collision": "Two pages would have one address.",
    "claim-review": "Fact-check explorers would not list a check, or the whole site.",
    "lost-address": "A published page vanishes, and nothing leads on from its address.",
}
# What the editorial rules find: a test compares these with the modules of `checks`.
EDITORIAL = {
    "verdict-question": "The verdict answers another question than the claim asks.",
    "verdict-evidence": "The evidence shown cannot carry the verdict.",
    "single-source": "A firm verdict rests on one origin and does not say why that is enough.",
    "headline-quote": "A headline is quoted as if it were a sentence of the report.",
    "too-short": "A quotation is too short to mean one place of its source.",
    "quotation-limit": "More of a source is quoted than the limit allows.",
    "long-omission": "An omission leaves out more than the limit allows.",
    "date-order": "Two dates contradict each other.",
    "future-date": "A date lies after the day of the check.",
    "prose-link": "A link in an analysis is not a whole web address.",
    "quoted-words": "Words in quotation marks that no passage of the check has.",
    "source-status": "A source of a published claim no longer stands as it was captured.",
    "claimant-not-mentioned": "No passage shown mentions whoever is said to have made the claim.",
    "stale-review": "The last look at a published claim is long ago.",
    "near-duplicate": "Two claims say nearly the same and do not name each other.",
    "overused-passage": "More published claims lean on one passage than the limit allows.",
    "unused-passage": "A passage that no claim uses.",
    "orphan": "A record that no other record names.",
    "missing-version": "The version before a logged change is not frozen.",
    "history-rewritten": "An entry of a published history was changed or removed.",
    "verdict-history": "The history does not fit the verdict or the status.",
    "omitted-negation": "An omission jumps a negation of the source.",
    "omitted-speaker": "An omission jumps a passage that names somebody else.",
    "negation-before": "A negation stands just before the quotation in the source.",
    "unused-excuse": "A record is excused from a rule that it does not break.",
}
_QUOTATIONS = {
    "not-found": "The words of a quotation do not stand in the source so.",
    "ambiguous": "A quotation stands in the source more than once, and nothing says which it is.",
    "needs-archive": "A quotation was added since the source was sealed; no proof covers it yet.",
    "unsealed": "A source has no seal, so that nobody can verify its quotations.",
    "bad-seal": "A seal cannot be read, or is not that of its source.",
    "seal-of-another-text": "A seal was made from another text than the archive holds.",
    "bad-signature": "A signature is not one of its seal by a key that the site trusts.",
    "bad-signers": "A line of the list of trusted keys is not one.",
    "changed-signers": "The list of keys that the site trusts changes.",
    "unsigned-seal": "A new or changed seal is not signed by anyone whom the site trusts.",
}
_VERSIONS = {
    "bad-version": "A frozen version is not what was frozen, is gone, or cannot be read.",
    "deleted-claim": "A claim that was published is gone.",
    "not-frozen": "A published claim is not frozen as it stands.",
}
# By what is wrong, in the order in which a file is read.
GROUPS = {
    "The file": _FILE,
    "The YAML": _YAML,
    "The fields of a record": _FIELDS,
    "Between records": _RECORDS,
    "Editorial rules": EDITORIAL,
    "Quotations and their seals": _QUOTATIONS,
    "Frozen versions": _VERSIONS,
}
CODES = {code: said for group in GROUPS.values() for code, said in group.items()}

# What to do about a problem that says no more itself: every problem has a hint.
HINTS = {
    "unreadable-file": "put an ordinary file there that this account may read",
    "wrong-folder": "claims lie below claims/, all other records in their folder of content/",
    "unexpected-file": "move it elsewhere",
    "not-importable": "correct the file, or write the claim by hand: factcheck new claim",
    "bad-id": "rename it: lower-case letters a-z, digits and single hyphens",
    "duplicate-id": "rename one of the two",
    "too-large": "shorten it, or split it in two",
    "yaml-syntax": "compare the line with another record of the folder",
    "yaml-alias": "put the text in quotes, or write the value out",
    "yaml-directive": "one file holds one record: delete the line",
    "yaml-depth": "compare the indentation with another record of the folder",
    "not-formatted": "format it by hand, and please report the record",
    "yaml-key": "write 'key: value' with a plain word as the key",
    "unknown-key": "delete the line, or look up the name in another record of the folder",
    "wrong-type": "compare it with the same key in another record of the folder",
    "empty-text": "write the text, or null where that is allowed",
    "not-a-number": "write digits only, such as 1",
    "not-a-choice": "write one of the allowed words",
    "not-an-id": "the id of a record is the name of its file without .yml",
    "not-an-email": "write an address such as name@example.org",
    "bad-value": "compare it with the same key in another record of the folder",
    "inconsistent": "change one of the two so that both say the same",
    "verdict-history": "make 'status', 'verdict' and 'history' tell one story, oldest entry first",
    "old-format": "run 'factcheck migrate'",
    "newer-format": "update the program",
    "bad-version": "frozen versions are never edited: put the file back as git has it",
    "deleted-claim": (
        "put its record back with 'status: withdrawn', or name the id in 'former_ids' of the "
        "claim that took its place"
    ),
    "history-rewritten": "put the entry back as it was, and say what was wrong in a new one",
    "not-frozen": "run 'factcheck publish' and commit what it writes",
    "unknown-reference": "add the record, or correct the id",
    "address-collision": "rename one of the two",
    "needs-archive": "whoever holds the archive runs 'factcheck seal'",
    "unsealed": "whoever holds the archive runs 'factcheck seal'",
    "seal-of-another-text": "put the sealed text back, or capture the new one with --replace",
    "bad-seal": "make it again with 'factcheck seal'; it is never edited by hand",
    "quoted-words": (
        "copy the words from the passage, write them without quotation marks, or record in the "
        "reference's 'quote' that it prints them"
    ),
    "date-order": "correct the date that is wrong",
    "future-date": "correct the date",
    "stale-review": "look at the evidence again, and set 'reviewed_on'",
    "overused-passage": "add evidence of other origins, or quote two shorter passages",
    "unused-passage": "name it in the evidence of a claim, or delete it",
    "orphan": "name it where it belongs, or delete the file",
    "unused-excuse": "delete the entry",
}
