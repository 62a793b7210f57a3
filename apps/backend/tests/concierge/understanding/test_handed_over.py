"""What a person must see to, in many people's words, and what only sounds like it: by the rules, without the heads."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from hibachi.concierge import understanding
from hibachi.concierge.understanding import mishaps
from hibachi.concierge.understanding.figures import said_lightly
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.policies.service import DEFAULT_PATH, read_profile

PROFILE = read_profile(DEFAULT_PATH)
ZONE = "America/Los_Angeles"
NOW = datetime(2026, 3, 4, 10, tzinfo=ZoneInfo(ZONE))


def _handed_over(text: str) -> str | None:
    reading = understanding.read([text], dialogue=Dialogue(), profile=PROFILE, now=NOW, zone=ZONE, channel="sms")
    return reading.handover.kind if reading.handover else None


FOR_A_PERSON = [
    "we paid the deposit twice and I want one back",
    "ok can I speak with somebody about it, a person",
    "our attorney will be in touch",
    "my lawyer asked for your address for the settlement letter",
    "would you do 20 people for 900",
    "can i talk to someone",
    "id rather deal with an actual human being thx",
    "is there a live person there",
    "no offense but i want a human",
    "pls have somebody call me",
    "put me through to the boss",
    "can u connect me w somebody from the team",
    "let me talk to your supervisor",
    "i need to speak with whoever runs this",
    "can a real person text me back",
    "give me a number i can call to talk to someone",
    "stop. human. now.",
    "this bot is useless, get me a person",
    "hablar con una persona por favor",
    "can i get a call back from an actual employee",
    "i'd like to discuss this with the owner",
    "we ordered 4 filet and got ny strip instead",
    "i think the bill was off, we were 12 not 14",
    "My aunt slipped on the oil your chef spilled and fractured her wrist",
    "you people keep changing the time on me",
    "no one answers your phone",
    "can a human answer this: do you allow dogs",
    "can you give me a call, i have some questions about saturday",
    "nunca llegó el chef",
    "mi hija tiene una alergia grave a los cacahuates",
    "your chef burned my hand last night and i had to go to urgent care",
    "my daughter got food poisoning after your party",
    "three of my guests were throwing up all night after your shrimp",
    "the chef's flame caught my pergola on fire, who pays for that",
    "one of your guys broke my patio table",
    "my attorney will be contacting you",
    "i will see you in small claims court",
    "i'm filing a complaint with the health department",
    "im going to dispute the charge with my bank",
    "i'm gonna leave a 1 star review everywhere unless you refund me",
    "i want a refund for last saturday",
    "give me my deposit back, nobody showed up",
    "chef never showed up",
    "your chef was drunk",
    "the chef made a pass at my sister",
    "we waited two hours and no one came",
    "the steak was raw and the chef was rude to my mom",
    "i must say i'm quite disappointed with how saturday went",
    "with all due respect, the service last weekend was well below what we paid for",
    "we were charged twice",
    "you charged my card twice",
    "oh great, another chef who can't tell time. 90 minutes late. fantastic service",
    "wow what a joke, paid 900 bucks for cold rice",
    "honestly i expected better. food was cold and he left early",
    "if that chef comes near my house again i'll break his legs",
    "i will burn your truck down",
    "do you offer a military discount",
    "can you do better on the price? like 10% off",
    "any chance you can knock 50 off",
    "i have a peanut allergy that could kill me, is it safe",
    "my kid carries an epipen for sesame, can you promise no cross contact",
    "can we get an invoice with net 30",
    "we'd like a custom menu w/ wagyu and sushi",
    "can the chef cook inside my living room, its raining",
    "i'm a reporter with the chronicle, who can i interview",
    "are you hiring chefs? i have 8 years experience",
    "we are 48 adults on june 6 in 94539",
    "could you have your manager give me a ring",
    "i'd feel better speaking to somebody in person about this",
    "can i speak with the lady who helped us last year",
    "is there anyone i can actually talk to",
    "sorry i'm old, i don't do computers. is there a person?",
    "get me someone who speaks english lol not a robot",
    "i want to talk to a person about the bill",
    "please escalate this",
    "transfer me to customer support",
    "ok this isn't working. agent",
    "i've asked three times now, let me talk to someone",
    "my mom ended up in the ER after eating your scallops",
    "the grill tipped over and burned my son's leg",
    "one of our guests had an allergic reaction at the party",
    "chef cut himself and bled on the food",
    "everyone who ate the shrimp got really ill",
    "your van hit my mailbox",
    "the chef left grease all over our new pavers and i want it cleaned",
    "you'll be hearing from my lawyer",
    "we are contacting our attorney",
    "expect a chargeback",
    "i will report you to the bbb",
    "i've already called the health inspector",
    "refund please, the chef was a no show",
    "i'd like my 100 back",
    "i paid a deposit and now nobody answers me",
    "you guys ruined my wedding",
    "so the chef just... didn't come. cool. 22 people waiting",
    "worst night of my life thanks to you",
    "i don't think it's fair that we paid for 20 and got food for 15",
    "i hate to complain but the noodles were cold and the chef was on his phone",
    "lovely evening, apart from the chef shouting at my kids",
    "nice job ruining my kid's birthday 👏👏",
    "you people are crooks",
    "what kind of business is this?? 40 minutes and still no chef",
    "this is the third time i'm telling you the date is wrong, are you stupid",
    "fuck you guys",
    "i'm going to post this all over yelp and you'll regret it",
    "any deals for first responders?",
    "what's your best price for cash",
    "can you match the other company, they said 45 a head",
    "my son carries an epi pen for tree nuts",
    "my wife is celiac, very sensitive",
    "i have a deadly shrimp allergy",
    "need w9 and to set you up as a vendor",
    "we want something off menu, lamb chops and crab legs for everyone",
    "would it be ok to cook in the garage if it rains",
    "i'm an influencer w 200k followers, wanna collab?",
    "do you have any openings for a server",
    "55 of us, june 20, 94539",
]


@pytest.mark.parametrize("text", FOR_A_PERSON)
def test_a_matter_for_a_person_is_one(text: str) -> None:
    assert _handed_over(text) is not None


NOT_FOR_A_PERSON = [
    "our party's tomorrow and my husband's got food poisoning, can we push it to the 29th",
    "will the grill burn my deck?",
    "does the grill leave marks on the patio",
    "can you write my resume",
    "we're nervous about booking online, got scammed last time",
    "what do you get for the 55",
    "this is killing me lol i want hibachi so bad",
    "id kill for some lobster rn. how much is it",
    "my husband will kill me if i forget this, how much for 12 adults 94539",
    "wrong number sorry, it's 510-555-0100",
    "omg i'm dying 😂 how much for 10 people",
    "my kids are driving me crazy. can you do a party for 8 kids and 6 adults",
    "our last caterer was a disaster and ruined my sister's wedding. hope you guys are better! 14 adults 94539",
    "benihana was awful last time, the food was cold. how much are you guys for 12",
    "i'm so mad i didn't find you sooner lol",
    "this is ridiculous, so many options haha. just chicken for everyone",
    "sick! how much for 15",
    "that chef trick with the onion volcano is insane",
    "shoot, i forgot to say the zip is 94539",
    "damn that's a good price",
    "holy crap thats cheap",
    "my manager asked me to get a price for 16 people 94539",
    "the owner of the house wants to know if you bring the grill",
    "i need a person to confirm the headcount first, i'll get back to you",
    "i'm a lawyer and we're having an office party for 14, 94539",
    "my attorney friends, 12 of them, 94301, how much",
    "it's my boss's birthday, 12 adults 94538",
    "do you have insurance in case someone gets hurt",
    "what happens if the chef is late",
    "what if we have to cancel, do we get a refund",
    "is the deposit refundable",
    "how much per person",
    "a real human chef comes right?",
    "are you a bot",
    "is this automated",
    "we're burned out and need a fun night, 10 adults 94539",
    "is it dangerous with kids around the fire",
    "can we throw knives too lol",
    "fire chef! loved him. can we book him again",
    "break a leg chef! see you saturday",
    "my ex is suing me so i need a cheap night lol, 10 adults 94539 price?",
    "sorry for being a pain, one more question, do you bring plates",
    "sorry if i sounded rude earlier",
    "never mind, found it",
    "forget it lol",
    "UGH my phone. 94539. 12 ADULTS. HOW MUCH",
    "i hate shrimp, can i skip it",
    "i cant stand seafood, what else is there",
    "don't kill me but we're now 14 instead of 12",
    "hell yes",
    "dope. lets do it, 12 adults march 21 6pm 94539",
    "i'm allergic to mornings so dinner please, 12 adults march 21 94539",
    "we want to surprise someone from our team, 12 people",
    "it's a bomb party idea",
    "my dad is a chef and wants to see the knife tricks",
    "can my manager get the receipt",
    "the food poisoning at the last place scared us, how do you keep it fresh",
    "lol my wife would murder me if i order lobster without her. 12 adults 94539",
    "that video of the onion volcano killed me 😂 how much for 10",
    "im starving to death. do you do same day",
    "my feet are killing me, can we do this quick: 12 adults 94539",
    "the traffic is terrible today lol, anyway how much for 15",
    "the weather forecast looks awful, what if it rains",
    "we had a horrible experience with another hibachi company, they never showed up. are you reliable? 12 adults 94538",
    "my friend said the last caterer overcharged her. what do you charge for 20",
    "i'm nervous something goes wrong",
    "hope the chef isn't late like the pizza guy lol",
    "person per person price?",
    "how many people can one person cook for",
    "i'm the manager of an apartment complex, can we host at the pool? 20 adults 94539",
    "i'm calling for my boss, 16 people april 18 in 94087",
    "someone from my office recommended you",
    "i'm sick today so i'll text you tomorrow",
    "my kid is sick, can we move the party",
    "i hurt my back so my husband will set up the tables",
    "can someone with a broken leg sit near the grill",
    "my neighbor is a firefighter and worries about the flames",
    "do people ever get burned",
    "is refund possible if it rains",
    "do i lose my deposit if i cancel",
    "we're suing for peace lol, just kidding, book us",
    "no refund needed, we loved it",
    "no complaints at all, chef was amazing!!",
    "he was 5 minutes late but so funny we didnt care",
    "not a complaint just a question, why is there a minimum",
    "hate to be that person but is it $55 for teens too",
    "i'm that annoying person with 100 questions",
    "you're a lifesaver",
    "killer deal",
    "that's criminal how good it was",
    "can the chef do a flaming heart for my wife",
    "fight me but chicken is better than steak. 12 adults",
    "i'm broke lol how much for just 6",
    "what a rip, my landlord took my deposit. anyway how much is yours",
    "damn",
    "ugh",
    "??",
    "k",
    "bruh",
    "STOP IT that's so cheap",
    "no way",
    "shut up that's amazing",
    "are you kidding me, that's great",
    "i'm a mess today sorry. 12 adults not 13",
    "you guys are the worst... just kidding lol love you. can we add 2 people",
    "sorry for the confusion!! its 14",
    "my dog is scared of fire",
    "its fine that he was late, we loved it",
    "talk to me like a human lol",
    "i want a refund policy explained",
    "do u have complaints often",
    "is the shrimp safe or will i get food poisoning lol",
    "my toddler burned his hand on a stove yesterday, are kids safe near the grill?",
    "somebody got hurt at my cousins hibachi party with another company. how do u keep kids safe",
    "im gonna sue my brother if he doesnt come lol. 12 adults 94539",
    "if i cancel five days ahead, do i get my hundred dollars back?",
    "we're having a promotion party for my husband 14 adults 94539",
    "I feel terrible asking again, but would Nov 21 work",
    "we wanna throw in 5 gyoza, what does that make the total",
    "My brother-in-law is running 45 min late, is that ok",
    "do kids get a discount",
]


@pytest.mark.parametrize("text", NOT_FOR_A_PERSON)
def test_what_only_sounds_like_it_is_none(text: str) -> None:
    assert _handed_over(text) is None


@pytest.mark.parametrize(
    ("joke", "grave"),
    [
        ("my husband will kill me if i forget this", "my husband said he will kill your chef"),
        ("sorry for being rude earlier", "your chef was rude to my mother"),
        ("i'd kill for some lobster", "i'll kill that guy"),
        ("this is killing me lol", "your shrimp made everyone sick after the party"),
    ],
)
def test_a_joke_hides_no_matter_beside_it(joke: str, grave: str) -> None:
    assert _handed_over(joke) is None
    assert _handed_over(f"{joke}. {grave}") is not None


@pytest.mark.parametrize("text", ["my dad had a heart attack, not sure about the party", "my kid is in the hospital with covid"])  # fmt: skip
def test_somebody_elses_illness_is_no_injury_of_ours(text: str) -> None:
    assert said_lightly(text, "injury")
    assert not said_lightly("we ate your shrimp and my dad is in the hospital", "injury")


@pytest.mark.parametrize(
    "text",
    [
        "not yet, pls ask ur team about that", "i mean ask the team if Joan can have our party", "could you check with your manager if that works",
        "run it by your boss please", "have somebody get back to me about the fog machine", "let your team get back to me then",
        "no don't. pass my question on to your colleagues please", "ok ask someone on your team and let me know",
    ],
)  # fmt: skip
def test_who_wants_the_team_asked_gets_the_team(text: str) -> None:
    assert _handed_over(text) == "person"


@pytest.mark.parametrize(
    "text",
    [
        "should i ask your team about the address?", "do i need to check with your team before decorating", "ok let me ask my boss",
        "i'll ask my people first", "i asked your team already", "can i ask the chef questions at the party",
    ],
)  # fmt: skip
def test_who_asks_whether_to_ask_is_no_wish_for_a_person(text: str) -> None:
    assert _handed_over(text) is None


@pytest.mark.parametrize(
    ("text", "is_wonder"),
    [
        ("Does anyone ever burn their eyebrows off? Ha!", True), ("has anyone ever set the house on fire", True),
        ("does anybody get burned", True), ("will the chef burn the house down", True), ("ever had any accidents?", True),
        ("my son got burned by your chef", False), ("your chef burned my table, does anyone ever check?", False),
        ("we were burned last year", False),
    ],
)  # fmt: skip
def test_what_could_go_wrong_is_no_harm_that_was_done(text: str, is_wonder: bool) -> None:
    assert mishaps.wonders(text) is is_wonder
