"""A private cache of what is slow to build: per user, owned and only accessible by them, verified by hash.

What cannot be trusted is not read, and what cannot be written is not kept; the caller builds it anew.
Never in a temporary directory that others can write to: reading what marshal wrote can crash the
interpreter or worse, so it must be our own and whole.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_HASH_BYTES = 32


def digest(*parts: bytes) -> bytes:
    """A hash of the parts."""
    made = blake2b(digest_size=_HASH_BYTES)
    for part in parts:
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.digest()


def folder() -> Path | None:
    """Where this user's caches are; None where that cannot be known or files have no owners to check."""
    if not hasattr(os, "geteuid"):
        return None
    named = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(named):  # noqa: PTH117 - what the standard says of a relative one: ignore it
        return Path(named) / "claimx"
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "claimx"


def cached(name: str, build: Callable[[], bytes]) -> bytes:
    """The bytes kept under a name, or else those that ``build`` makes, kept for the next time.

    The name has to change with everything that the bytes depend on.
    """
    found = kept(name)
    if found is not None:
        return found
    made = build()
    keep(name, made)
    return made


def kept(name: str) -> bytes | None:
    """The bytes kept under a name, if there are any that can be trusted."""
    place = folder()
    return None if place is None else _read(place, name)


def keep(name: str, data: bytes) -> None:
    """Keep bytes under a name, where that can be done."""
    place = folder()
    if place is not None:
        with contextlib.suppress(OSError):
            _write(place, name, data)


def _read(place: Path, name: str) -> bytes | None:
    try:
        with _opened(place) as directory:
            handle = os.open(name, os.O_RDONLY | os.O_NOFOLLOW, dir_fd=directory)
            with os.fdopen(handle, "rb") as file:
                if not _is_ours(os.fstat(handle), stat.S_ISREG):
                    return None
                content = file.read()
    except OSError:
        return None
    written, data = content[:_HASH_BYTES], content[_HASH_BYTES:]
    return data if written == digest(data) else None


def _write(place: Path, name: str, data: bytes) -> None:
    """Write beside its place and rename, so that another process sees all of it or nothing."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.mkdir(mode=0o700, exist_ok=True)
    with _opened(place) as directory:
        temporary = f"{name}.{os.getpid()}"
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600, dir_fd=directory)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(digest(data))
                file.write(data)
            os.replace(temporary, name, src_dir_fd=directory, dst_dir_fd=directory)
        except OSError:
            os.unlink(temporary, dir_fd=directory)
            raise


@contextlib.contextmanager
def _opened(place: Path) -> Iterator[int]:
    """The directory, checked after it is opened, so that no other can take its place in between."""
    handle = os.open(place, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        if not _is_ours(os.fstat(handle), stat.S_ISDIR):
            raise PermissionError(f"{place} is not private")
        yield handle
    finally:
        os.close(handle)


def _is_ours(status: os.stat_result, kind: Callable[[int], bool]) -> bool:
    """Whether it is of the kind, ours, and nobody else may read or change it."""
    return kind(status.st_mode) and status.st_uid == os.geteuid() and not status.st_mode & 0o077
