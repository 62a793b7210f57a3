"""Whether a mailbox lets us in, for whoever asks what is connected; nothing is read."""

from hibachi.channels.mail.gateway import Connection, Mailbox


async def sign_in(mailbox: Mailbox) -> str:
    """Open the folder and leave; how it tells of new mails. Raises MailboxLost, MailboxRefused."""
    connection = Connection(mailbox)
    try:
        await connection.open()
        return f"signed in, {'told of new mails at once' if connection.pushes else 'asked for new mails by and by'}"
    finally:
        await connection.close()
