"""Messages arrive whole, in any pieces, or not at all."""

import os
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.channel import Inbox, Message, TooLongError, receive, send


@given(st.lists(st.tuples(st.text(), st.binary()), max_size=4), st.integers(1, 9))
def test_in_whatever_pieces_they_come(said: list[tuple[str, bytes]], piece: int) -> None:
    messages = [Message({"text": text}, content) for text, content in said]
    travelling = b"".join(message.packed() for message in messages)
    inbox, arrived = Inbox(longest=10_000), []
    for start in range(0, len(travelling), piece):
        message = inbox.take(travelling[start : start + piece])
        while message is not None:
            arrived.append(message)
            message = inbox.take(b"")
    assert arrived == messages


def test_what_is_too_long_is_refused_by_its_head() -> None:
    inbox = Inbox(longest=100)
    assert inbox.take(Message({}, bytes(80)).packed()) is not None
    with pytest.raises(TooLongError):
        inbox.take(Message({}, bytes(100)).packed()[:8])


def test_a_file_goes_along(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"content")
    one, other = socket.socketpair()
    with one, other:
        with (tmp_path / "a.txt").open("rb") as file:
            send(one, Message({"a": 1}), file.fileno())
        heard = receive(other)
        assert heard is not None
        message, descriptor = heard
        assert (message, descriptor is None) == (Message({"a": 1}), False)
        with os.fdopen(descriptor or 0, "rb") as file:
            assert file.read() == b"content"
        one.close()
        assert receive(other) is None


def test_who_dies_over_a_message_has_heard_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = socket.socketpair()
    really = socket.send_fds

    def heard_at_once(channel: socket.socket, pieces: list[bytes], descriptors: list[int]) -> int:
        sent = really(channel, pieces, descriptors)
        heard = receive(other)
        assert heard is not None
        os.close(heard[1] or 0)
        other.close()
        return sent

    monkeypatch.setattr(socket, "send_fds", heard_at_once)
    with one, (tmp_path / "a.txt").open("wb") as file:
        send(one, Message({"a": 1}), file.fileno())
