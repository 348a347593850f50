"""The names of the grounds, in one place: the choices of every question that asks for a ground.

They stand apart from the ground modules because questions that come before the grounds use them.
"""

from __future__ import annotations

#: Ground id → its place in the policy statement or the statute, in statutory order.
LABELS = {
    "b1A": "§ 1B1.13(b)(1)(A)",
    "b1B": "§ 1B1.13(b)(1)(B)",
    "b1C": "§ 1B1.13(b)(1)(C)",
    "b1D": "§ 1B1.13(b)(1)(D)",
    "b2": "§ 1B1.13(b)(2)",
    "b3A": "§ 1B1.13(b)(3)(A)",
    "b3B": "§ 1B1.13(b)(3)(B)",
    "b3C": "§ 1B1.13(b)(3)(C)",
    "b3D": "§ 1B1.13(b)(3)(D)",
    "b4": "§ 1B1.13(b)(4)",
    "b5": "§ 1B1.13(b)(5)",
    "ii": "§ 3582(c)(1)(A)(ii)",
    "b6": "§ 1B1.13(b)(6)",
}

#: Ground id → its title, as a heading says it.
TITLES = {
    "b1A": "Terminal illness",
    "b1B": "Serious condition that substantially diminishes self-care",
    "b1C": "Needed medical care that is not being provided",
    "b1D": "Outbreak or public health emergency",
    "b2": "Age and deteriorating health",
    "b3A": "Care of a child whose caregiver has died or is incapacitated",
    "b3B": "Care of a spouse or registered partner",
    "b3C": "Care of a parent",
    "b3D": "Care of another immediate family member",
    "b4": "Victim of abuse in custody",
    "b5": "Other reasons of similar gravity",
    "ii": "Age 70 and 30 years served under § 3559(c)",
    "b6": "Unusually long sentence and a change in the law",
}

#: The options of every choice of a ground: (id, "§ 1B1.13(b)(3)(C) – care of a parent").
GROUND_CHOICES: tuple[tuple[str, str], ...] = tuple(
    (ground, f"{label} – {TITLES[ground][0].lower()}{TITLES[ground][1:]}") for ground, label in LABELS.items()
)
