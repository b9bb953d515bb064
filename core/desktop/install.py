"""Puts Lesart on the reader's desktop, and takes exactly that away again."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from core.desktop import defaults
from core.desktop.page import manual_page
from core.desktop.places import data_home
from core.errors import UserError

OWN_KIND = "application/vnd.lesart.comparison"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
"""Pixels of the icons beside the drawn one, for desktops that draw no SVG."""
RENEW = (("update-desktop-database", "applications"), ("update-mime-database", "mime"))
"""Programs that make the desktop look anew, and the folder that each is given."""
PATIENCE = 60
"""Seconds that one of them may take."""


def install(system: str = sys.platform) -> list[Path]:
    """Put entry, icons, kind of file, description and manual pages into the reader's folders; what is there now.

    A second time renews them. Raises UserError where the system knows no such folders, or where a file stands in the
    way that Lesart did not put there.
    """
    if system in ("win32", "darwin"):
        raise UserError("error.desktop.system", "--install-desktop")
    home, receipt = data_home(), _read_receipt()
    openers = defaults.openers(offered_kinds())
    wanted = contents(tuple(openers))
    for name, content in wanted.items():
        path = home / name
        if path.exists() and name not in receipt.files and path.read_bytes() != content:
            raise UserError("error.desktop.taken", str(path))
    for name in receipt.files.keys() - wanted.keys():  # of an earlier version
        _remove(home, name, receipt)
        receipt.files.pop(name, None)
    fresh = {kind: program for kind, (program, chosen) in openers.items() if not chosen}
    defaults.keep(fresh)
    receipt.defaults.update(fresh)
    try:
        for name, content in wanted.items():
            _put(home, name, content, receipt)
    finally:  # what a full disk left half done can be taken away again
        _write_receipt(receipt)
    _renew(home)
    return [home / name for name in wanted]


def uninstall() -> tuple[list[Path], list[Path]]:
    """Take away what ``install`` put there: the files that are gone now, and those left because they were changed."""
    home, receipt = data_home(), _read_receipt()
    present = [name for name in receipt.files if (home / name).exists()]
    gone = [home / name for name in present if _remove(home, name, receipt)]
    defaults.release(receipt.defaults)
    receipt_path().unlink(missing_ok=True)
    if present:
        _renew(home)
    for name in sorted(receipt.folders, key=len, reverse=True):
        _sweep(home / name)
    return gone, [home / name for name in present if home / name not in gone]


def contents(kinds: tuple[str, ...]) -> dict[str, bytes]:
    """What is installed: paths below the data folder, and what stands there. Beside its own kind of files Lesart offers
    to open those of ``kinds``."""
    resources = files("resources")
    source = resources.joinpath("desktop")
    found = {
        "applications/lesart.desktop": entry(_template(), kinds).encode(),
        "mime/packages/lesart.xml": source.joinpath("lesart-mime.xml").read_bytes(),
        "metainfo/app.lesart.Lesart.metainfo.xml": source.joinpath("lesart.metainfo.xml").read_bytes(),
        "icons/hicolor/scalable/apps/lesart.svg": resources.joinpath("icons", "lesart.svg").read_bytes(),
        "man/man1/lesart.1": manual_page("en").encode(),
        "man/de/man1/lesart.1": manual_page("de").encode(),
    }
    for size in SIZES:
        icon = source.joinpath(f"lesart-{size}.png").read_bytes()
        found[f"icons/hicolor/{size}x{size}/apps/lesart.png"] = icon
    return found


def entry(template: str, kinds: tuple[str, ...], program: str | None = None) -> str:
    """The desktop entry with ``kinds`` and the path of this installation, which starts whatever PATH the desktop has."""
    program = program or _program() or "lesart"
    values = {
        "Exec": f"{_quoted(program)} %F",
        "TryExec": _escaped(program),
        "MimeType": f"{';'.join((OWN_KIND, *kinds))};",
    }
    lines = (line.partition("=")[0] for line in template.splitlines())
    return "".join(
        f"{name}={values[name]}\n" if name in values else f"{line}\n"
        for name, line in zip(lines, template.splitlines(), strict=True)
    )


def receipt_path() -> Path:
    """Where is written down what was installed."""
    return data_home() / "Lesart" / "desktop.json"


def _program() -> str | None:
    """This program's own file."""
    if getattr(sys, "frozen", False):
        return sys.executable
    beside = Path(sys.executable).with_name("lesart")
    return str(beside) if beside.exists() else shutil.which("lesart")


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def _quoted(program: str) -> str:
    """``program`` as a word of an Exec line: quoted by its rules, then escaped as every value is."""
    plain = program.replace("%", "%%")
    if not any(letter in plain for letter in " \t\n\"'\\><~|&;$*?#()`"):
        return plain
    for letter in '\\"`$':
        plain = plain.replace(letter, f"\\{letter}")
    return _escaped(f'"{plain}"')


def offered_kinds() -> list[str]:
    """The kinds of files that are articles."""
    listed = next(line for line in _template().splitlines() if line.startswith("MimeType="))
    return [kind for kind in listed.removeprefix("MimeType=").split(";") if kind and kind != OWN_KIND]


def _template() -> str:
    return files("resources").joinpath("desktop", "lesart.desktop").read_text(encoding="utf-8")


@dataclass
class Receipt:
    """What was installed: the files with the hashes of what was put there, the folders that were made for them (both
    below the data folder), and the kinds of files whose program was written down, see ``core.desktop.defaults``."""

    files: dict[str, str] = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)
    defaults: dict[str, str] = field(default_factory=dict)


def _read_receipt() -> Receipt:
    try:
        return Receipt(**json.loads(receipt_path().read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return Receipt()


def _write_receipt(receipt: Receipt) -> None:
    path = receipt_path()
    _make_folder(path.parent, receipt)
    path.write_text(json.dumps(asdict(receipt), indent=1), encoding="utf-8")


def _put(home: Path, name: str, content: bytes, receipt: Receipt) -> None:
    path = home / name
    _make_folder(path.parent, receipt)
    path.write_bytes(content)
    receipt.files[name] = sha256(content).hexdigest()


def _make_folder(folder: Path, receipt: Receipt) -> None:
    """Make ``folder``, and remember which folders below the data folder had to be made for it."""
    home = data_home()
    new = [step for step in (folder, *folder.parents) if home in step.parents and not step.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    receipt.folders += [str(step.relative_to(home)) for step in new]


def _remove(home: Path, name: str, receipt: Receipt) -> bool:
    """Remove the file unless it is another than was put there."""
    path = home / name
    if not path.exists() or sha256(path.read_bytes()).hexdigest() != receipt.files[name]:
        return False
    path.unlink()
    return True


def _sweep(folder: Path) -> None:
    """Remove a folder that was made for Lesart, when nothing is left in it but what the desktop makes by itself."""
    packages = folder / "packages"
    made = folder.name == "mime" and not packages.exists()
    if not folder.is_dir():
        return
    left = [path for path in folder.iterdir() if path.name != "mimeinfo.cache"]
    if made:  # all else in it is made from the packages
        shutil.rmtree(folder)
    elif not left:
        (folder / "mimeinfo.cache").unlink(missing_ok=True)
        folder.rmdir()


def _renew(home: Path) -> None:
    """Let the desktop look anew, where it has the programs for that; without them it looks at the next start."""
    for program, folder in RENEW:
        found = shutil.which(program)
        if found and (home / folder).is_dir():
            subprocess.run([found, str(home / folder)], capture_output=True, timeout=PATIENCE, check=False)
