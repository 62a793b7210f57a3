"""E-mail: mailboxes read over IMAP, mails understood, replies sent by SMTP."""
