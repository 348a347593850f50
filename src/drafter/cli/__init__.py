"""The command line: everything that the window does, through the same session of a case.

Exit codes: 0 fine, 1 findings (``--final`` was asked and something is missing), 2 usage or bad input with
one clear line on the standard error.
"""
