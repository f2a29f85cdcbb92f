"""Put other code in the place of an imported module, wherever its functions and values have got to."""

from __future__ import annotations

import sys
from types import FunctionType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import CodeType, ModuleType


def swap_module(name: str, code: CodeType, package: str) -> None:
    """Run ``code`` as the module ``name`` and let every module of the program and its tests use what it defines.

    Functions are changed where they are, since tables hold them; other values are replaced under the names that
    imported them. What modules of ``package`` remember from before is forgotten. For processes that end soon: there
    is no way back.
    """
    module = sys.modules[name]
    before = dict(vars(module))
    exec(code, vars(module))
    importers = [other for other in list(sys.modules.values()) if other is not module and _is_ours(other)]
    for key, old in before.items():
        new = vars(module)[key]
        if new is old or key.startswith("__"):
            continue
        _transplant(old, new, name)
        for other in importers:
            if vars(other).get(key) is old:
                setattr(other, key, new)
    for other in [module, *importers]:
        if other.__name__.startswith(package):
            for value in list(vars(other).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


def _is_ours(module: ModuleType) -> bool:
    return getattr(module, "__name__", "").startswith(("claimx", "tests"))


def _transplant(old: Any, new: Any, name: str) -> None:
    """Give a function, or the methods of a class, the new code."""
    old, new = getattr(old, "__wrapped__", old), getattr(new, "__wrapped__", new)
    if getattr(old, "__module__", None) != name:
        return
    if isinstance(old, FunctionType) and isinstance(new, FunctionType):
        if len(old.__code__.co_freevars) == len(new.__code__.co_freevars):
            old.__code__, old.__defaults__, old.__kwdefaults__ = new.__code__, new.__defaults__, new.__kwdefaults__
    elif isinstance(old, type) and isinstance(new, type):
        for key, method in list(vars(old).items()):
            if isinstance(method, FunctionType | property):
                held = vars(new).get(key)
                _transplant(getattr(method, "fget", method), getattr(held, "fget", held), name)
