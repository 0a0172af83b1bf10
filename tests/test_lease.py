import subprocess
import sys

from graph.lease import Lease
from graph.settings import ROOT

HOLDER = """
import sys
from pathlib import Path
from graph.lease import Lease
lease = Lease(Path(sys.argv[1]))
print(lease.take(), flush=True)
sys.stdin.read()
"""


def test_lease_is_held_by_one_at_a_time(tmp_path):
    first, second = Lease(tmp_path / "lease"), Lease(tmp_path / "lease")
    assert first.take()
    assert first.take()
    assert not second.take()
    first.give_back()
    assert second.take()
    assert not first.take()


def test_lease_ends_with_the_process_that_holds_it(tmp_path):
    path = tmp_path / "lease"
    command = [sys.executable, "-c", HOLDER, str(path)]
    holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert holder.stdout.readline() == "True\n"
    assert not Lease(path).take()
    holder.kill()
    holder.communicate()
    assert Lease(path).take()
