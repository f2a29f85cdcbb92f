"""The data files that stand beside the modules."""

from __future__ import annotations

import pkgutil


def read_data(package: str, path: str) -> str:
    """The text of a package's data file, its lines ended by line feeds; ``path`` is relative, with slashes.

    ``importlib.resources`` does the same, and imports a dozen modules first.

    Raises:
        FileNotFoundError: the package has no such file.

    """
    data = pkgutil.get_data(package, path)
    if data is None:
        raise FileNotFoundError(path)
    return data.decode("utf-8").replace("\r\n", "\n")
