"""The threads in which the panel works beside itself. They stay: each further piece of work goes to one of them.

A thread of its own for each exam would cost memory for ever: the C library keeps what a thread had for large arrays,
and gives the next thread new memory (25 MB an exam were measured).
"""

from concurrent.futures import ThreadPoolExecutor

AT_ONCE = 2
"""Proposals are looked for while an earlier scan is opened; nothing else works beside the panel."""

THREADS = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="SmartScore")
"""Makes no thread before there is work; work touches neither Qt nor the scene."""
