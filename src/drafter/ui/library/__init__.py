"""The first page with its list of cases, and what is done with the library as a whole."""
