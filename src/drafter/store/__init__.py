"""Cases in one local SQLite database: the only room that knows SQL."""
