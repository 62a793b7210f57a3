"""How mail fails. None of these reaches a customer: the reader tries again, the carrier says what it knows."""


class MailboxLost(Exception):
    """The connection to a mailbox broke, or its server is silent: try again."""


class MailboxRefused(Exception):
    """The server does not let us do it (wrong password, no such folder): a person has to look."""


class NotTheReader(Exception):
    """Another process reads this mailbox now; what we were storing is rolled back."""
