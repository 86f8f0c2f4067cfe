"""Where to ask for the latest version: the policy says it, else the build."""

from __future__ import annotations

import json
from pathlib import Path

from exogui.exotel.addresses import check_address
from exogui.policy.policy import Policy
from exogui.resources import resource_path

BUILD_FILE = "build/update.json"
"""The resource that only release builds carry: ``{"address": "https://…"}``."""


def update_address(policy: Policy, build_file: Path | None = None) -> str:
    """The address; empty where nobody named one. ``build_file``: by default the resource of this build."""
    if policy.update_address:
        return policy.update_address
    try:
        content = (build_file or resource_path(BUILD_FILE)).read_bytes()
        return check_address(json.loads(content)["address"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ""  # not a release build
