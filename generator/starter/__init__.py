"""The site that ``factcheck init`` makes: its files, filled with what a newsroom says of itself."""
