"""Mails after the layouts of the programs that people use, each with what its writer newly says. All written here."""

from tests.channels.mail.corpus.gmail import GMAIL
from tests.channels.mail.corpus.others import APPLE, OTHERS
from tests.channels.mail.corpus.outlook import OUTLOOK

CORPUS = {
    f"{program}: {name}": mail
    for program, mails in {"Gmail": GMAIL, "Outlook": OUTLOOK, "Apple": APPLE, "other": OTHERS}.items()
    for name, mail in mails.items()
}
