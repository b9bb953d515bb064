"""The wheel's build step: each .ts of ``resources/translations`` becomes the .qm that the wheel holds in its place.

Hatchling runs it (``pyproject.toml``). An editable installation reads the .ts themselves, see ``gui.translation``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Translations(BuildHookInterface):  # type: ignore[type-arg]  # its configuration is of no interest here
    """Compiles without Qt (``gui.catalogue``): PySide6's lrelease would be 80 MB more for every build to download."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        try:
            from gui.catalogue import compiled, messages
        finally:
            sys.path.remove(self.root)
        self._folder = tempfile.TemporaryDirectory()
        for ts in sorted(Path(self.root, "resources", "translations").glob("*.ts")):
            qm = Path(self._folder.name, f"{ts.stem}.qm")
            qm.write_bytes(compiled(messages(ts.read_text(encoding="utf-8")), ts.stem.rpartition("_")[2]))
            build_data["force_include"][str(qm)] = f"resources/translations/{qm.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self._folder.cleanup()
