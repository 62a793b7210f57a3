"""RingCentral: a subscription whose events are hints, its REST API for what they hint at, and for sending."""
