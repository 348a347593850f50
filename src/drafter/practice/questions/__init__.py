"""The questions of the interview, one module for each section or long part of one."""
