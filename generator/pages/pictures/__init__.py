"""The pictures of the pages: from records to the plain data that ``charts`` draws."""
