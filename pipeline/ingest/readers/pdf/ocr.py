"""A page that is a picture to its text, by tesseract where it is installed."""

import shutil
import subprocess
from typing import Any

_DPI = 300
_SECONDS = 60


def has_tesseract() -> bool:
    """Say whether there is a tesseract."""
    return shutil.which("tesseract") is not None


def text_of_picture(page: Any) -> str:
    """Read the text of a page by tesseract; nothing where it fails."""
    bitmap = page.render(scale=_DPI / 72, grayscale=True)
    pixels = bitmap.to_numpy()
    height, width = pixels.shape[:2]
    picture = b"P5 %d %d 255\n" % (width, height) + pixels.tobytes()
    try:
        done = subprocess.run(
            ["tesseract", "stdin", "stdout", "-l", "eng"],
            input=picture,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""
