"""What people call out or nod with, in one word: never somebody's name, also where a name was asked for ("Sweet. Andre Fontaine")."""

WORDS = frozenset(
    (
        "absolutely affirmative agreed aight amen aww aye bingo bravo brilliant certainly cheers claro "
        "congrats dang darn definitely dope"
        " duh si ye yee eek eh excellent exactly fab fabulous fantastic fire gee gosh gotcha gotchu gotya "
        "gracias groovy hallelujah heck hell hooray"
        " huh hurray hurrah incredible indeed jeez legit lit lovely maam ma'am mmhm neat obviously oki "
        "okie omw oof ooh oooh ouch oy perfecto"
        " phew please precisely rad righto roger score sheesh shoot sick sir smashing solid splendid "
        "stoked stellar stunning super superb"
        " surely sweet swell terrific thx totally tremendous tubular ty ugh understood vale whee whew "
        "whoa whoo whoop whoops wicked"
        " wonderful woo woohoo woot yaas yaass yah yass yassss yay yayy yayyy yeehaw yep yessir yikes "
        "yippee yippie yo yooo yum yuh yup"
        " dokie okey-dokey okey-dokie fingers crossed noted deal done"
    ).split()
)
