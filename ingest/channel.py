"""Messages between an import and its workers: a JSON object and bytes, each with its length in front."""

import json
import socket
from collections.abc import Mapping
from dataclasses import dataclass, field
from struct import Struct
from typing import Any

_LENGTHS = Struct("!II")
_PIECE = 1 << 18


@dataclass(frozen=True, slots=True)
class Message:
    """What is said, and the bytes that go with it; `size` is what both took on their way."""

    said: Mapping[str, Any]
    content: bytes = b""
    size: int = field(default=0, compare=False, repr=False)

    def packed(self) -> bytes:
        """The message as it travels.

        >>> Message({"a": 1}, b"xy").packed()
        b'\\x00\\x00\\x00\\x07\\x00\\x00\\x00\\x02{"a":1}xy'
        """
        said = json.dumps(self.said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        return _LENGTHS.pack(len(said), len(self.content)) + said + self.content


class TooLongError(Exception):
    """A message is longer than anyone may say."""


@dataclass(slots=True)
class Inbox:
    """What has arrived of one message; nothing longer than `longest` is taken in.

    >>> inbox, travelling = Inbox(longest=100), Message({"a": 1}, b"xy").packed()
    >>> inbox.take(travelling[:9]), inbox.take(travelling[9:])
    (None, Message(said={'a': 1}, content=b'xy'))
    """

    longest: int
    _arrived: bytearray = field(default_factory=bytearray)

    def take(self, piece: bytes) -> Message | None:
        """One more piece; the message once it is whole. Raises `TooLongError`."""
        self._arrived += piece
        if len(self._arrived) < _LENGTHS.size:
            return None
        said, content = _LENGTHS.unpack_from(self._arrived)
        whole = _LENGTHS.size + said + content
        if whole > self.longest:
            raise TooLongError(whole)
        if len(self._arrived) < whole:
            return None
        between = _LENGTHS.size + said
        words = json.loads(self._arrived[_LENGTHS.size : between])
        message = Message(words, bytes(self._arrived[between:whole]), whole)
        del self._arrived[:whole]
        return message


def send(channel: socket.socket, message: Message, descriptor: int | None = None) -> None:
    """Say a message, with a file that is open if one is given."""
    travelling = message.packed()
    if descriptor is not None:
        sent = socket.send_fds(channel, [travelling], [descriptor])
        travelling = travelling[sent:]
    if travelling:  # to send nothing would ask whether somebody still listens, who may have died over the message
        channel.sendall(travelling)


def receive(channel: socket.socket) -> tuple[Message, int | None] | None:
    """Wait for a message, with the file that came along; None when nobody will say anything any more."""
    inbox, descriptor = Inbox(longest=1 << 33), None
    while True:
        piece, descriptors, _flags, _address = socket.recv_fds(channel, _PIECE, 1)
        descriptor = descriptors[0] if descriptors else descriptor
        if not piece:
            return None
        if message := inbox.take(piece):
            return message, descriptor
