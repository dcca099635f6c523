"""The paths of a command line to the files that they mean, sorted, each once."""

import fnmatch
import glob
import hashlib
import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.errors import InputUnusable, UsageError
from pipeline.ingest.addresses import is_address, without_secret
from pipeline.ingest.cleaning import well_formed
from pipeline.ingest.documents import Blob, blob_of_bytes
from pipeline.ingest.remote import is_remote, list_remote, open_remote
from pipeline.records import InputError
from pipeline.settings import STORE, Settings

STDIN = "-"
_SAVED_WITH = re.compile(
    r"(.+?)(?:_files|[-_]Dateien|_fichiers|_archivos|_ficheiros|_bestanden|[-_]filer|_arquivos|\.files|_file)"
)
"""Folder that a browser writes beside a page that it saves, in the languages of browsers."""
_OF_SYSTEM = ("thumbs.db", "desktop.ini", "ehthumbs.db")
_OUTSIDE = "a link to a folder elsewhere, which isn't followed; give its path to have it read"
_ENDLESS = "it is no file with an end but a pipe, a socket or a device; save what comes of it to a file"
_UNREADABLE = "a folder that can't be searched; allow it, and run again"


def find_files(paths: Iterable[str | os.PathLike[str]]) -> list[str]:
    """List the files of paths, folders, globs and object stores; `-` is the standard input. Web addresses stay.

    Folders are searched with all that lies in them, but for what is hidden, for what a browser saved
    beside a page (`Page_files`), and for output folders of runs. A folder in it that can't be searched, or that is a
    link to one elsewhere, is listed itself, so that it becomes an error.

    Raises UsageError at the first path that does not exist.
    """
    found = [file for path in paths for file in _files(os.fspath(path))]
    return sorted(dict.fromkeys(found))


def no_files_in(paths: Iterable[str | os.PathLike[str]]) -> str:
    """Say that paths hold no file.

    >>> no_files_in(["inbox"])
    'inbox holds no files that pressfacts reads (hidden files and the output of runs are left alone)'
    """
    named = well_formed(", ".join(os.fspath(path) for path in paths))
    return f"{named} holds no files that pressfacts reads (hidden files and the output of runs are left alone)"


def _files(path: str) -> Iterator[str]:
    if path == STDIN or is_address(path):
        yield path
    elif is_remote(path):
        yield from (listed.path for listed in list_remote(path))
    elif os.path.isdir(path):
        yield from _in_folder(path)
    elif os.path.exists(path):
        yield os.path.normpath(path)
    else:
        matches = sorted(glob.glob(path, recursive=True)) if glob.has_magic(path) else []
        if not matches:
            raise UsageError(f"{path}: there is no such file or folder")
        for match in matches:
            yield from _files(match)


def _in_folder(folder: str) -> Iterator[str]:
    unreadable: list[str] = []
    for where, folders, files in os.walk(folder, onerror=lambda error: unreadable.append(error.filename)):
        pages = {name.rpartition(".")[0] for name in files if name.lower().endswith((".html", ".htm", ".xhtml"))}
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and not _is_output(where, name) and page_of_files(name) not in pages
        )
        for name in sorted(files):
            if not is_of_system(name):
                yield os.path.normpath(os.path.join(where, name))
        yield from (path for name in folders if _leads_away(path := os.path.join(where, name), folder))
    yield from map(os.path.normpath, unreadable)


def _leads_away(path: str, folder: str) -> bool:
    """Say whether a folder is a link to one outside of the folder that is searched."""
    if not os.path.islink(path):
        return False
    there, here = os.path.realpath(path), os.path.realpath(folder)
    return there != here and not there.startswith(here + os.sep)


def is_of_system(name: str) -> bool:
    """Say whether a program or the system keeps a file or folder for itself: hidden, a view's pictures, a lock.

    >>> is_of_system(".DS_Store"), is_of_system("~$release.docx"), is_of_system("release.docx")
    (True, True, False)
    """
    return name.startswith((".", "~$", "__MACOSX")) or name.lower() in _OF_SYSTEM


def page_of_files(folder: str) -> str | None:
    """Give the name of the page whose pictures, scripts and frames a browser put into a folder; None for others.

    >>> page_of_files("Results 2024_files"), page_of_files("releases")
    ('Results 2024', None)
    """
    found = _SAVED_WITH.fullmatch(folder)
    return found[1] if found else None


def _is_output(where: str, name: str) -> bool:
    """Say whether a folder holds what runs wrote: tables are no articles, though they lie among them."""
    return os.path.isfile(os.path.join(where, name, STORE))


def covers(paths: Iterable[str | os.PathLike[str]], name: str) -> bool:
    """Say whether a file would be among those of paths, folders and globs, if it were there.

    >>> covers(["releases"], "releases/2024/a.txt"), covers(["releases/*.txt"], "archive/a.txt")
    (True, False)
    """
    for path in (os.fspath(path) if is_remote(os.fspath(path)) else os.path.normpath(path) for path in paths):
        if name == path or name.startswith(path + os.sep) or fnmatch.fnmatch(name, path):
            return True
    return False


def source_name(path: str) -> str:
    """Give the name that errors and tables have for a listed path: text that a file can hold, and no password."""
    return well_formed(without_secret(path) if is_address(path) else path)


def open_input(path: str, settings: Settings) -> Blob | InputError:
    """Open a listed path: a file lazily, the standard input and web addresses whole."""
    if path == STDIN:
        data = sys.stdin.buffer.read()
        # Named by what it holds: what is piped in another time is another input.
        return blob_of_bytes(f"stdin-{hashlib.sha256(data).hexdigest()[:8]}", "stdin", data)
    source = source_name(path)
    if is_remote(path):
        return Blob(source, path.rpartition("/")[2], lambda: open_remote(path))
    if is_address(path):
        try:
            from pipeline.ingest.web import fetch  # a tenth of a run's start, which files need not

            return fetch(path, settings)
        except InputUnusable as error:
            return InputError(source=source, stage="ingest", error=error.kind, message=str(error))
    if os.path.isdir(path):
        message = _OUTSIDE if os.path.islink(path) else _UNREADABLE
        return InputError(source=source, stage="ingest", error="folder left out", message=message)
    if os.path.exists(path) and not os.path.isfile(path):
        return InputError(source=source, stage="ingest", error="no file", message=_ENDLESS)
    return Blob(source, Path(path).name, lambda: open(path, "rb"))
