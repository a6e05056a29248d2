"""References to a page of this site, in the formats that programs for literature read.

Each format is a module with one function from a ``Citation`` to text, which ends without a line
end. The date on which a reader saw the page is the reader's to add.
"""
