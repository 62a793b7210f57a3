"""The proof's hour."""

from hibachi.bookings.proof.service import Proof
from hibachi.kit.jobs import Jobs

EVERY_NIGHT = "40 9 * * *"
"""In UTC: the small hours of America, where nobody cooks."""


def declare(jobs: Jobs, proof: Proof) -> None:
    """Register the job; it opens the transactions that it needs itself."""
    jobs.add("bookings.prove", proof.prove, cron=EVERY_NIGHT)
