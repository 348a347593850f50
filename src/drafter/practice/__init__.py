"""What the program knows about the motion: questions, grounds, documents and checks, as declarations."""
