"""Mails of Outlook and Exchange: Windows, Mac, the browser, the telephone."""

from tests.channels.mail.corpus.building import html, multipart, part, plain

FIELDS = (
    "From: My Hibachi Chef <hello@myhibachichef.example>\nSent: Tuesday, March 3, 2026 9:00 AM\n"
    "To: Dana Ruiz <dana.ruiz@example.com>\nSubject: Your party\n\nHi Dana,\nFor 20 adults the price is $1,100.00.\n"
)
OUTLOOK: dict[str, tuple[bytes, str]] = {
    "block of fields without a rule": (plain(f"Sounds good, let's do it.\n\n{FIELDS}"), "Sounds good, let's do it."),
    "block of fields below a rule": (plain(f"We are 18 now.\n\n{'_' * 32}\n{FIELDS}"), "We are 18 now."),
    "the old rule of words": (plain(f"Call me please.\n\n-----Original Message-----\n{FIELDS}"), "Call me please."),
    "bold fields": (
        plain(
            "Do you bring tables?\n\n*From:* My Hibachi Chef <hello@myhibachichef.example>\n*Sent:* Tuesday, March 3, 2026 9:00 AM\n"
            "*To:* Dana Ruiz\n*Subject:* Re: Your party\n\nNo.\n"
        ),
        "Do you bring tables?",
    ),
    "HTML of Word": (
        html(
            '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0in;} --></style>'
            '<!--[if gte mso 9]><xml><o:shapedefaults/></xml><![endif]--></head><body lang="EN-US"><div class="WordSection1">'
            '<p class="MsoNormal">Please move us to 7&nbsp;PM.<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p>'
            '<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in"><p class="MsoNormal"><b>From:</b> My '
            "Hibachi Chef &lt;hello@myhibachichef.example&gt;<br><b>Sent:</b> Tuesday, March 3, 2026 9:00 AM<br><b>To:</b> Dana<br>"
            '<b>Subject:</b> Your party</p></div><p class="MsoNormal">You are booked for 6 PM.</p></div></body></html>'
        ),
        "Please move us to 7 PM.",
    ),
    "HTML of the browser": (
        html(
            '<div class="elementToProof" style="font-family:Aptos">Do you come to 95054?</div><div id="appendonsend"></div>'
            '<hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><b>From:</b> My Hibachi Chef<br>'
            "<b>Sent:</b> Tuesday<br><b>To:</b> Dana<br><b>Subject:</b> Hi</div><div>Where is it?</div>"
        ),
        "Do you come to 95054?",
    ),
    "telephone": (
        plain(f"Yes 6pm works\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n{'_' * 32}\n{FIELDS}"),
        "Yes 6pm works",
    ),
    "signature of an office": (
        plain(
            f"Could you send the menu?\n\nBest regards,\n\nDana Ruiz\nSenior Marketing Manager | Acme Corp.\n500 Market Street, "
            f"Suite 1200\nSan Francisco, CA 94105\nO: 415-555-0100 | www.acme.example\n\n{FIELDS}"
        ),
        "Could you send the menu?\n\nBest regards,\n\nDana Ruiz",
    ),
    "disclaimer": (
        plain(
            "How long is the show?\n\nDana\n\nCONFIDENTIALITY NOTICE: This e-mail and any attachments are for the sole use of the\n"
            "intended recipient. If you are not the intended recipient, delete it.\n"
        ),
        "How long is the show?\n\nDana",
    ),
    "banner of a company for mails from outside": (
        plain(f"Is gratuity included?\n\n{FIELDS}", Subject="RE: [EXTERNAL] Your party"),
        "Is gratuity included?",
    ),
    "forwarded": (
        plain(
            "FYI, can you match this?\n\n________________________________\nFrom: Lee Park <lee@example.com>\nSent: Monday, March 2, 2026 "
            "8:00 PM\nTo: Dana Ruiz\nSubject: hibachi\n\nThe other place takes $45 a head.\n",
            Subject="FW: hibachi",
        ),
        "FYI, can you match this?",
    ),
    "Spanish": (
        plain(
            "Hola, seremos 15 adultos el 14 de marzo.\n\nDe: My Hibachi Chef <hello@myhibachichef.example>\n"
            "Enviado el: martes, 3 de marzo de 2026 9:00\nPara: Dana Ruiz\nAsunto: Su fiesta\n\n¿Cuántos son?\n"
        ),
        "Hola, seremos 15 adultos el 14 de marzo.",
    ),
    "German": (
        plain(
            "Wir sind 12 Erwachsene.\n\nVon: My Hibachi Chef\nGesendet: Dienstag, 3. März 2026 09:00\nAn: Dana Ruiz\nBetreff: Feier\n\nWie viele?"
        ),
        "Wir sind 12 Erwachsene.",
    ),
    "French": (
        plain(
            "Nous serons 14.\n\nDe : My Hibachi Chef\nEnvoyé : mardi 3 mars 2026 09:00\nÀ : Dana Ruiz\nObjet : Fête\n\nCombien ?"
        ),
        "Nous serons 14.",
    ),
    "Windows Mail": (
        plain(f"ok thank you\n\nSent from Mail for Windows\n\n{FIELDS}"),
        "ok thank you",
    ),
    "Windows-1252": (
        plain(
            "It\u2019s for my daughter\u2019s birthday \u2013 12 kids.\n\n" + FIELDS,
            charset="windows-1252",
            encoding="quoted-printable",
        ),
        "It\u2019s for my daughter\u2019s birthday \u2013 12 kids.",
    ),
    "Windows-1252 that calls itself Latin-1": (
        plain("It\u2019s at our caf\u00e9".encode("cp1252"), charset="iso-8859-1"),
        "It\u2019s at our caf\u00e9",
    ),
    "both parts with a table": (
        multipart(
            part("Party details:\n\nDate:   March 14\nGuests: 20 adults\n"),
            part("<table><tr><td>Date</td><td>March 14</td></tr></table>", "text/html"),
            Subject="Party details",
        ),
        "Party details:\n\nDate: March 14\nGuests: 20 adults",
    ),
}
