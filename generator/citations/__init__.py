"""References to pages of this site and to its sources, as programs for literature read them.

Each format is a module with one function from ``Citation``s to text, which ends without a line
end. The date on which a reader saw the page is the reader's to add.
"""
