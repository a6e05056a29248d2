"""Versions of a claim as they were published: frozen once and never edited.

``claims/.versions/<id>/<digest>.yml`` holds one version. Permalinks and former verdicts are made
from these files and never from git, so that a copy of the folder is enough.

The digest is made from what a record says, not from how its file looks. Another program gets the
same in five steps:

1. Read the YAML with every scalar as text, as it is written (``2031-03-10``, ``1``, ``no``); a
   plain ``null``, ``~`` or nothing is null. Comments are no part of it, nor is the key
   ``translations`` at the top: a version is what readers were told in the record's language.
2. In the text of the key ``analysis`` at the top, drop line feeds at the start, and line feeds,
   spaces and tabs at the end. In every other value that is text, make each run of spaces, tabs
   and line ends one space, and drop those at both ends.
3. Write it as JSON: keys sorted by code point, nothing between the signs, all letters as
   themselves. This is RFC 8785, for there are only objects, arrays, strings and null.
4. Encode it as UTF-8 and take its SHA-256.
5. The first 16 hexadecimal digits, in lower case, are the digest.

A key that is written with null says something else than a key that is not written, and lists
keep their order. The id is no part of the record: a claim that is renamed keeps its versions,
which stay in the folder of the former id and are found by ``former_ids``.

Versions are ordered by their history: that of each continues that of the one before. Where a slip
of typing was mended without an entry, two versions share one history; then the one with the older
``reviewed_on`` stands first, and the version of today last.

A frozen version is read by the schema of today. A change of the schema that would refuse what was
published before is a new format, with a migration that moves the data when they are read; the
file stays as it is.
"""
