"""What only the certificate of compliance asks."""

from __future__ import annotations

from drafter.core.kinds import Number, YesNo
from drafter.core.question import Part, Question

COUNT = Question(
    id="compliance.count",
    kind=Number(most=1_000_000),
    ask="How many pages or words does the motion have?",
    help="Count the finished motion as the local rule counts, pages or words. While it is open, the certificate has a bracket to fill.",
    why="Where the court limits the length, the certificate states it.",
    source="Local rules on length",
    blank="number of pages or words",
)
REDACTED = Question(
    id="compliance.redacted",
    kind=YesNo(),
    ask="Do all public papers and exhibits show no more than Rule 49.1 allows?",
    help="Social-security, taxpayer and account numbers, birth dates, names of minors, home addresses. Answer yes only after you "
    "have looked at the finished files, and that nothing lies under a black bar.",
    why="The certificate of compliance says so, and a filing waives the protection of one’s own facts.",
    source="Fed. R. Crim. P. 49.1(a), (h)",
    blank="whether the public papers are redacted",
)

PART = Part("Certificate of compliance", (COUNT, REDACTED))
