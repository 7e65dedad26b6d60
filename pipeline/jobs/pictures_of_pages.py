"""Pictures of pages, made by a browser that is on this machine. Nothing is installed and nothing is fetched."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

# Chromium and its kin, by the names and places that Linux, macOS and Windows give them.
BROWSERS = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("microsoft-edge", "microsoft-edge-stable", "msedge"),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
PATIENCE = 60.0  # seconds for a picture
_ARGUMENTS = (
    *("--headless", "--disable-gpu", "--hide-scrollbars", "--mute-audio", "--no-first-run", "--disable-extensions"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-default-apps"),
    "--host-resolver-rules=MAP * ~NOTFOUND",  # no name has an address: nothing is asked of the network
    "--force-color-profile=srgb",
    # Else frames with `sandbox` draw in processes of their own, and a picture is taken before some of them have drawn.
    "--disable-features=IsolateSandboxedIframes",
)


def browser(names: Iterable[str] = BROWSERS, find: Callable[[str], str | None] = shutil.which) -> str | None:
    """The first browser of `names` that is on this machine."""
    return next((found for name in names if (found := find(name))), None)


def picture(
    program: str, page: Path, size: tuple[int, int], *, scale: float = 1.5, patience: float = PATIENCE
) -> bytes | None:
    """A PNG of the local file `page`, or None where the browser made none within `patience` seconds.

    Args:
        program: What `browser` found.
        page: The page. What lies beside it may be shown in it.
        size: Width and height in CSS pixels.
        scale: Pixels of the picture for each of these.
        patience: Seconds.
    """
    with tempfile.TemporaryDirectory(dir=page.parent, ignore_cleanup_errors=True) as folder:
        made = Path(folder, "picture.png")
        command = [
            program,
            *_ARGUMENTS,
            *(["--no-sandbox"] if _is_root() else []),
            f"--user-data-dir={Path(folder, 'profile')}",
            f"--window-size={size[0]},{size[1]}",
            f"--force-device-scale-factor={scale}",
            f"--screenshot={made}",
            page.resolve().as_uri(),
        ]
        try:
            subprocess.run(  # noqa: S603  the program is one of BROWSERS, or what the caller trusts
                command, stdin=subprocess.DEVNULL, capture_output=True, timeout=patience, check=True
            )
            return made.read_bytes()
        except (OSError, subprocess.SubprocessError):
            return None


def _is_root() -> bool:
    """Whether we are root, for whom Chromium's own sandbox does not start."""
    return hasattr(os, "geteuid") and os.geteuid() == 0
