"""The names of what the law's tables know by short words: topics of positions and of local rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

#: Topic of a position → what the court of appeals decides there, after "on".
POSITIONS: Mapping[str, str] = {
    "exhaustion_rule": "the exhaustion rule",
    "issue_exhaustion": "whether the warden must have had each ground",
    "new_request_each_motion": "whether each motion needs a new request to the warden",
    "reconsideration": "a motion to reconsider",
    "nonretroactive_change": "a change in the law that is not retroactive, as a reason",
    "policy_statement_binds": "whether the policy statement binds on the movant’s own motion",
}


@dataclass(frozen=True, slots=True)
class LocalTopic:
    """What local rules may say: its name after "on", and the topics of the table under which it stands.

    A topic that no district's rules were found for has no ``topics``: then it is said to be not found.
    """

    name: str
    topics: tuple[str, ...] = ()


#: The caption and the docket cites come from the district's own entry, the form also from the look of papers.
CAPTION, RECORD_CITES, FORMAT = "caption", "record_cites", "format"
LOCAL: Mapping[str, LocalTopic] = {
    CAPTION: LocalTopic("the caption"),
    RECORD_CITES: LocalTopic("how papers cite the docket"),
    "length": LocalTopic("page or word limits", ("page_limit", "word_limit")),
    FORMAT: LocalTopic("the form of papers", ("format", "brief")),
    "conference": LocalTopic("conferral and certificates", ("certificate",)),
    "sealing": LocalTopic("filing under seal", ("sealing",)),
    "hearing": LocalTopic("hearings", ("hearing",)),
    "orders": LocalTopic(
        "standing orders, first filings and forms of order for these motions",
        ("standing_order", "first_filing", "order", "investigation"),
    ),
    "memorandum": LocalTopic("motion and memorandum", ("memorandum_apart", "memorandum_combined")),
    "reply": LocalTopic("replies", ("reply_leave", "reply_limit")),
    "emergency": LocalTopic("emergency motions"),
    "signatures": LocalTopic("signatures"),
    "appearance": LocalTopic("appearances"),
    "admission": LocalTopic("admission of lawyers"),
    "assignment": LocalTopic("assignment to judges"),
    "citations": LocalTopic("citations"),
    "exhibits": LocalTopic("exhibits"),
    "supplemental": LocalTopic("supplemental authority"),
}

#: What a question's source says after "local rules on" → the topic; where it says nothing, a bearing names it.
LOCAL_BY_WORDS: Mapping[str, str] = {
    "": "",
    "record citations": RECORD_CITES,
    "conferral": "conference",
    "hearings": "hearing",
    "motions and memoranda": "memorandum",
    "replies": "reply",
    "emergency motions": "emergency",
    "signatures": "signatures",
    "appearance": "appearance",
    "admission": "admission",
    "assignment": "assignment",
    "citations": "citations",
    "length": "length",
    "sealing": "sealing",
    "exhibits": "exhibits",
    "supplemental authority": "supplemental",
}
