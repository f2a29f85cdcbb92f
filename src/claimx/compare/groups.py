"""Places joined into groups by pairs (a disjoint-set forest)."""

from __future__ import annotations

from collections import defaultdict


class Groups:
    """The places from 0, each in a group of its own until joined.

    >>> groups = Groups(4)
    >>> groups.join(0, 2)
    >>> groups.members(), groups.joined(0, 2)
    ([[0, 2], [1], [3]], True)
    """

    def __init__(self, size: int) -> None:
        self._leader = list(range(size))

    def join(self, one: int, other: int) -> None:
        """Make one group of the groups of two places."""
        self._leader[self._lead(other)] = self._lead(one)

    def joined(self, one: int, other: int) -> bool:
        """Whether two places are of one group."""
        return self._lead(one) == self._lead(other)

    def members(self) -> list[list[int]]:
        """Every group's places in order, the groups by their first."""
        found: dict[int, list[int]] = defaultdict(list)
        for place in range(len(self._leader)):
            found[self._lead(place)].append(place)
        return [*found.values()]

    def _lead(self, place: int) -> int:
        leader = self._leader
        while leader[place] != place:
            leader[place] = leader[leader[place]]
            place = leader[place]
        return place
