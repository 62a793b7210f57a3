"use client";

import { useFacts } from "@/facts/facts";
import { listed, money } from "@/facts/words";

/** From the price to the party, in the order in which it happens. */
export function HowItWorks() {
  const { prices, booking, venue } = useFacts().policies;
  const [least, most] = venue.show_minutes;
  const steps = [
    ["See your price", "Guests, dishes, ZIP. Every line is shown, travel included."],
    [
      "Hold a time",
      `Pick one of the free starts. The date is yours for ${hours(booking.hold_minutes)} while you pay the ${money(prices.deposit)} deposit.`,
    ],
    ["We set up", `About ${venue.setup_minutes} minutes on level ground, outdoors. You need ${listed(venue.needs.slice(2))}.`],
    ["Dinner is a show", `${least} to ${most} minutes of cooking in front of your guests.`],
  ];
  return (
    <section aria-labelledby="how" className="border-t border-line py-14">
      <h2 id="how" className="text-3xl font-semibold">
        From price to party
      </h2>
      <ol className="mt-8 grid gap-8 sm:grid-cols-2 lg:grid-cols-4">
        {steps.map(([title, text], at) => (
          <li key={title} className="border-t-2 border-ink pt-4">
            <p className="font-display text-xl font-semibold">
              <span className="mr-2 text-ember tabular-nums">{at + 1}</span>
              {title}
            </p>
            <p className="mt-2 text-quiet">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function hours(minutes: number): string {
  const whole = minutes / 60;
  return Number.isInteger(whole) ? `${whole} ${whole === 1 ? "hour" : "hours"}` : `${minutes} minutes`;
}
