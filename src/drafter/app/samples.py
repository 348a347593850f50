"""The sample cases that ship with the program, and the reading of answers from JSON."""

from __future__ import annotations

import json
from typing import Any

from drafter import paths
from drafter.errors import BadInputError

#: The samples, in the order in which the start page offers them.
SAMPLES = {
    "vailes": "United States v. Vailes, as if filed today",
    "vailes-2021": "United States v. Vailes, as filed in September 2021",
    "complete": "United States v. Doe, a made-up case with every fact present",
}


def sample(name: str) -> tuple[str, dict[str, Any]]:
    """Return the title and the answers of the sample case ``name``."""
    if name not in SAMPLES:
        message = f"There is no sample case “{name}”; choose one of {', '.join(SAMPLES)}."
        raise BadInputError(message)
    case = json.loads(paths.resource_text(f"samples/{name}.json"))
    return str(case["title"]), dict(case["answers"])
