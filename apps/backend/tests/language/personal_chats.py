"""Chats with personal data in [brackets], written for the tests alone: none of them, nor their names, was trained on."""

KEEP = (
    "chicken", "ny strip steak", "shrimp", "calamari", "tofu", "salmon", "scallops", "filet mignon", "lobster tail", "yakisoba noodles", "extra fried rice",
    "extra vegetables", "edamame", "gyoza", "Fremont", "San Jose", "Hayward", "Oakland", "Walnut Creek", "Napa", "Santa Clara", "Sacramento", "Palo Alto",
)  # fmt: skip

CHATS = """
hello, [NAME:Marisol Quintana] speaking. do you cater in Walnut Creek
[NAME:Quang Vo] here! two more guests please, so 18
hey its [NAME:Deshawn Whitfield] from the office thing in Oakland
im [NAME:keisha] and theres 9 of us
my name is [NAME:saoirse o'malley]
Booking under the name [NAME:Bartholomew Finch], please
could you put it under [NAME:Okonkwo]
[NAME:Yuki Tanaka-Reyes]
that'd be [NAME:Anneliese Vogel], phone [PHONE:(415) 555-0187]
[NAME:Tadeusz Kowalczyk] [PHONE:925-555-0134] [EMAIL:tad.kow@example.org]
reach me on [PHONE:650.555.0199] or [EMAIL:m_quintana@example.com]
my cell is [PHONE:4085550123]
call [PHONE:+1 (510) 555-0110] after 5
its [PHONE:five one zero five five five zero one four two]
email is [EMAIL:dana dot ruiz at example dot com]
the chef should come to [ADDRESS:4127 Willow Bend Ct, Fremont]
we are at [ADDRESS:88 Harbor View Dr Apt 5], Hayward
address [ADDRESS:19 W Elm St], Walnut Creek, come by the side gate
it's [ADDRESS:1550 Technology Pkwy], building C
venue: [ADDRESS:2301 Old Mill Road, Napa], the barn
my mother in law [NAME:Guadalupe] cannot eat shellfish
[NAME:Ingrid] and [NAME:Femi] are coming after all, so 14 adults
It's my son [NAME:Mateo]'s 10th birthday, hibachi for 12
[NAME:Rosalind Achebe] told me about you
Thank you!\n[NAME:Priyanka Deshmukh]
Warm regards,\n[NAME:Theodore Blackwood]\n[PHONE:707-555-0161]
please ask for Mr. [NAME:Castellano] at the gate
Dr. [NAME:Nwosu] booked for May 2, can we move it
the invoice goes to [NAME:Henrietta Park], [EMAIL:hpark@example.net]
my ssn is [SSN:536-22-8841], do you need it
here's my card [CARD:4111 1111 1111 1111] exp 04/28
[NAME:Xiomara Delgado], 12 adults, April 18 6pm, 94539, [PHONE:510 555 0142]
price for 20 people in San Jose next Saturday
Can we have Filet Mignon and Lobster Tail instead of Chicken
is the Yakisoba gluten free
2 tofu 4 shrimp rest chicken
We want Gyoza x2 and Edamame
16 adults and 4 kids in 95112 on June 20th at 3pm
Is Sacramento too far?
My total was $1,180.00 last time
what does New York Strip Steak come with
ok 6pm. yes please book it
Saturday March 14 2026 at 6:00 PM works
How about Mother's Day, or the Sunday after?
I love hibachi, you guys are the best
Your deposit is $100 and the rest is due on the day
Do you have room for 45 on New Year's Eve
ZIP is 94539, backyard has a roof
can you add Extra Fried Rice and 3 Extra Vegetables
we're 15-18 people, between 5 and 7
order number 20260314, the party of 12
""".strip().splitlines()
