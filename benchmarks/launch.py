"""Starts a program and writes what it took to a file: ``python launch.py FILE PROGRAM …``.

A process of its own, because a program begins with the peak memory of whoever started it: Linux
keeps that of the memory which a new program replaces, and between the two it is the starter's.
"""

import json
import os
import subprocess
import sys
import time


def main() -> int:
    """Run the program to its end; return its exit code."""
    begun = time.perf_counter()
    with subprocess.Popen(sys.argv[2:], stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1_000_000 if sys.platform == "darwin" else 1_000  # getrusage(2) of each system
    took = {
        "wall": time.perf_counter() - begun,
        "cpu": usage.ru_utime + usage.ru_stime,
        "peak_mb": usage.ru_maxrss / unit,
    }
    with open(sys.argv[1], "w", encoding="utf-8") as file:  # noqa: PTH123 - pathlib weighs more
        json.dump(took, file)
    return abs(process.returncode)


if __name__ == "__main__":
    sys.exit(main())
