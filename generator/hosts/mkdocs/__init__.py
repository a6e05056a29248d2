"""The MkDocs host."""
