"""Why a worker died, as people are told."""

import resource
import signal

import pytest

from ingest.child import End
from ingest.deaths import flood, timeout, why
from schema.limits import MIB, Limits
from schema.source import Status

LIMITS = Limits(worker_bytes=100_000 * MIB, wall_seconds=7, answer_bytes=3 * MIB)


@pytest.mark.parametrize(
    ("code", "killed", "status"),
    [
        (-signal.SIGXCPU, False, Status.TIMEOUT),
        (-signal.SIGALRM, False, Status.TIMEOUT),
        (-signal.SIGKILL, False, Status.OUT_OF_MEMORY),
        (-signal.SIGKILL, True, Status.PARSER_CRASH),
        (-signal.SIGSEGV, False, Status.PARSER_CRASH),
        (3, False, Status.PARSER_CRASH),
    ],
)
def test_the_way_it_ended_is_the_status(code: int, killed: bool, status: Status) -> None:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    assert why(End(code, usage, killed), LIMITS).status is status
    assert why(End(code, usage, killed), Limits(worker_bytes=MIB)).status in {status, Status.OUT_OF_MEMORY}


def test_what_the_import_itself_held_counts_against_no_worker() -> None:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    small = Limits(worker_bytes=MIB)
    assert why(End(3, usage, killed=False), small).status is Status.OUT_OF_MEMORY
    assert why(End(3, usage, killed=False, inherited=usage.ru_maxrss), small).status is Status.PARSER_CRASH


def test_the_bound_is_on_address_space() -> None:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    bound = Limits(worker_bytes=90 * MIB)
    tight = End(-signal.SIGSEGV, usage, killed=False, inherited=usage.ru_maxrss, loaded=80 * MIB, resident=40 * MIB)
    assert why(tight, bound).status is Status.OUT_OF_MEMORY
    roomy = End(-signal.SIGSEGV, usage, killed=False, inherited=usage.ru_maxrss, loaded=50 * MIB, resident=40 * MIB)
    assert why(roomy, bound).status is Status.PARSER_CRASH


def test_only_what_the_machine_was_short_of_may_be_there_next_time() -> None:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    assert why(End(-signal.SIGKILL, usage, killed=False), LIMITS).passing
    assert not why(End(-signal.SIGSEGV, usage, killed=False), Limits(worker_bytes=MIB)).passing


def test_the_sentences_name_the_limit() -> None:
    assert "7 seconds" in timeout(LIMITS).en
    assert "7 秒" in timeout(LIMITS).zh
    assert "3 MiB" in flood(LIMITS).en


def test_the_bound_of_a_worker_is_told_from_a_machine_that_is_short_of_memory() -> None:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    bound = why(End(-signal.SIGSEGV, usage, killed=False), Limits(worker_bytes=MIB))
    assert "limit of 1 MiB a worker; raise worker_bytes with --limits" in bound.en
    assert "每个进程 1 MiB 的上限；请用 --limits 调高 worker_bytes" in bound.zh
    machine = why(End(-signal.SIGKILL, usage, killed=False), Limits(worker_bytes=MIB))
    assert "free some" in machine.en
