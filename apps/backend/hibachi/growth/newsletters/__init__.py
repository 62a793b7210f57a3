"""Letters to whoever asked for them twice: subscribers, a draft from what is true, a yes by a person, and the way out."""
