"""The one door to a case for the window, the command line and the tests."""
