"""Values, questions, answers and the flow between them: pure, without Qt, SQL, Word or clock."""
