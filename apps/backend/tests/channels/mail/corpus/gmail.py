"""Mails of Gmail and of Google Workspace, in the browser and on the telephone."""

from tests.channels.mail.corpus.building import html, multipart, part, plain

OURS = (
    '<div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Tue, Mar 3, 2026 at 9:00 AM My '
    'Hibachi Chef &lt;<a href="mailto:hello@myhibachichef.example">hello@myhibachichef.example</a>&gt; wrote:<br></div>'
    '<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204)">'
    "Hi Dana,<div>For 20 adults the price is $1,100.00. Which day is it?</div></blockquote></div>"
)
GMAIL: dict[str, tuple[bytes, str]] = {
    "first mail, no history": (
        plain(
            "Hi,\n\nHow much is hibachi for 20 adults on March 14 at 6pm in 95112?\n\nThanks!\nDana",
            Subject="Hibachi party",
        ),
        "Hi,\n\nHow much is hibachi for 20 adults on March 14 at 6pm in 95112?\n\nThanks!\nDana",
    ),
    "top-posted answer": (
        plain(
            "March 14 at 6pm please.\n\nOn Tue, Mar 3, 2026 at 9:00 AM My Hibachi Chef <hello@myhibachichef.example>\n"
            "wrote:\n\n> Hi Dana,\n> For 20 adults the price is $1,100.00. Which day is it?\n>\n> My Hibachi Chef\n"
        ),
        "March 14 at 6pm please.",
    ),
    "the attribution on one line": (
        plain(
            "Yes, that works.\n\nOn Tue, Mar 3, 2026, 9:00 AM My Hibachi Chef <hello@myhibachichef.example> wrote:\n\n"
            "> Shall I hold March 14?\n"
        ),
        "Yes, that works.",
    ),
    "both parts, the plain one counts": (
        multipart(
            part(
                "We are 20 adults and 4 kids.\n\nOn Tue, Mar 3, 2026 at 9:00 AM My Hibachi Chef <a@b.example> wrote:\n\n> How many?\n"
            ),
            part(f'<div dir="ltr">We are 20 adults and 4 kids.</div><br>{OURS}', "text/html"),
        ),
        "We are 20 adults and 4 kids.",
    ),
    "HTML only, quotation in its container": (
        html(f'<html><body><div dir="ltr">Could we do <b>Saturday</b> instead?</div><br>{OURS}</body></html>'),
        "Could we do Saturday instead?",
    ),
    "answers between the lines": (
        plain(
            "Hi, see below.\n\nOn Tue, Mar 3, 2026 at 9:00 AM My Hibachi Chef <a@b.example> wrote:\n\n"
            "> How many guests will there be?\n\n20 adults, 3 kids\n\n> Which date?\n\nMarch 14\n\n> What is the ZIP code?\n\n95112\n"
        ),
        "Hi, see below.\n\n20 adults, 3 kids\n\nMarch 14\n\n95112",
    ),
    "answers between the lines of HTML": (
        html(
            '<div dir="ltr"><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Tue, Mar 3, 2026 at 9:00 AM My Hibachi '
            'Chef &lt;a@b.example&gt; wrote:<br></div><blockquote class="gmail_quote"><div>How many guests?</div></blockquote>'
            '<div>20 adults</div><blockquote class="gmail_quote"><div>Which date?</div></blockquote><div>March 14</div></div></div>'
        ),
        "20 adults\n\nMarch 14",
    ),
    "signature behind the delimiter": (
        plain(
            "Can we add two kids?\n\n-- \nDana Ruiz\nOffice Manager, Acme Inc.\n500 Market St, San Francisco, CA 94105\n415-555-0100"
        ),
        "Can we add two kids?",
    ),
    "signature in its HTML element": (
        html(
            '<div dir="ltr">Is parking needed for the truck?<br clear="all"><div><br></div><span>-- </span><br>'
            '<div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature">Dana Ruiz<br>ZIP 94105</div></div>'
        ),
        "Is parking needed for the truck?",
    ),
    "forwarded without a word": (
        plain(
            "---------- Forwarded message ---------\nFrom: Lee Park <lee@example.com>\nDate: Mon, Mar 2, 2026 at 8:00 PM\n"
            "Subject: party\nTo: Dana Ruiz <dana.ruiz@example.com>\n\n\nCan they cook for 25 people on April 11?\n",
            Subject="Fwd: party",
        ),
        "Can they cook for 25 people on April 11?",
    ),
    "forwarded with a question": (
        plain(
            "Is this date still free?\n\n---------- Forwarded message ---------\nFrom: Lee Park <lee@example.com>\n"
            "Date: Mon, Mar 2, 2026 at 8:00 PM\nSubject: party\nTo: Dana\n\nApril 11 would be lovely\n",
            Subject="Fwd: party",
        ),
        "Is this date still free?",
    ),
    "history two levels deep": (
        plain(
            "Perfect, book it.\n\nOn Tue, Mar 3, 2026 at 9:00 AM My Hibachi Chef <a@b.example> wrote:\n\n> It is $1,100.00.\n>\n"
            "> On Mon, Mar 2, 2026 at 8:00 PM Dana Ruiz <dana.ruiz@example.com> wrote:\n>\n>> How much for 20?\n>>\n"
        ),
        "Perfect, book it.",
    ),
    "a sentence that begins as an attribution does": (
        plain("On Saturday my husband wrote:\nwe will be 22.\n\nSo 22 adults it is, on 3/14.", Subject="Our party"),
        "On Saturday my husband wrote:\nwe will be 22.\n\nSo 22 adults it is, on 3/14.",
    ),
    "confidential mode off, flowed": (
        plain(
            "We would like the premium proteins for everyone, \nand two of us are allergic to \nshellfish.\n\n"
            "On 3/3/26 9:00 AM, My Hibachi Chef wrote:\n> Anything we should know \n> about diets?\n",
            more="; format=flowed",
        ),
        "We would like the premium proteins for everyone, and two of us are allergic to shellfish.",
    ),
    "a picture between the lines": (
        multipart(
            part("This is our yard.\n\n[image: yard.jpg]\n\nIs it large enough?"),
            part(b"\xff\xd8\xff\xe0" * 100, "image/jpeg", encoding="base64", more='; name="yard.jpg"'),
            kind="mixed",
            Subject="Yard",
        ),
        "This is our yard.\n\n[image: yard.jpg]\n\nIs it large enough?",
    ),
    "emoji and curly quotes": (
        plain(
            "Yes 🎉 we\u2019re \u201call in\u201d for March 14!\n\nOn Tue, Mar 3, 2026 at 9:00 AM X <a@b.example> wrote:\n> ok?\n",
            encoding="base64",
        ),
        "Yes 🎉 we\u2019re \u201call in\u201d for March 14!",
    ),
}
