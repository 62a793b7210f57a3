"""Small numbers in words, rightly spelled, for patterns that want no more than these; `numbers` reads every number."""

TWO_TO_NINE = "two|three|four|five|six|seven|eight|nine"
ONE_TO_NINE = f"one|{TWO_TO_NINE}"
TWO_TO_TWELVE = f"{TWO_TO_NINE}|ten|eleven|twelve"
ONE_TO_TWELVE = f"one|{TWO_TO_TWELVE}"
ONE_TO_SEVENTEEN = f"{ONE_TO_TWELVE}|thirteen|fourteen|fifteen|sixteen|seventeen"
ONE_TO_NINETEEN = f"{ONE_TO_SEVENTEEN}|eighteen|nineteen"
