"""A sequence that is read when somebody first asks for what is in it."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, overload

_Entry = TypeVar("_Entry")


class Later(Sequence[_Entry]):
    """Reads its entries when they are first asked for, and once.

    Args:
        read: Returns the entries.
    """

    def __init__(self, read: Callable[[], tuple[_Entry, ...]]) -> None:
        self._read: Callable[[], tuple[_Entry, ...]] | None = read
        self._entries: tuple[_Entry, ...] = ()

    def _have(self) -> tuple[_Entry, ...]:
        if self._read is not None:
            self._entries, self._read = self._read(), None
        return self._entries

    @overload
    def __getitem__(self, index: int) -> _Entry: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[_Entry, ...]: ...
    def __getitem__(self, index: int | slice) -> _Entry | tuple[_Entry, ...]:
        """Return an entry, or several."""
        return self._have()[index]

    def __iter__(self) -> Iterator[_Entry]:
        """Yield all entries."""
        return iter(self._have())

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._have())

    def __eq__(self, other: object) -> bool:
        """Say whether another sequence has the same entries."""
        return isinstance(other, tuple | Later) and self._have() == tuple(other)

    def __hash__(self) -> int:
        """Return the hash of a tuple of the entries."""
        return hash(self._have())

    def __reduce__(self) -> tuple[type[tuple[_Entry, ...]], tuple[tuple[_Entry, ...]]]:
        """Travel to another process as the entries themselves."""
        return tuple, (self._have(),)
