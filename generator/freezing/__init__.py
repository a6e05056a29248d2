"""Which versions of claims are to be frozen, and the files that freeze them."""
