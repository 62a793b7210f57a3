import type { Facts } from "./facts";
import { capital, clock, listed, money } from "./words";

type Answer = { question: string; answer: string };
export type Group = { title: string; answers: Answer[] };

/** What people ask before they book, answered from the facts alone: a changed policy changes the answer. */
export function answers(facts: Facts): Group[] {
  return [
    { title: "Price", answers: price(facts) },
    { title: "Booking", answers: booking(facts) },
    { title: "The day", answers: theDay(facts) },
    { title: "Food", answers: food(facts) },
  ];
}

function price({ policies: { prices, travel, menu } }: Facts): Answer[] {
  const [least, most] = prices.gratuity_suggested_percent;
  return [
    {
      question: "What does it cost?",
      answer: `${money(prices.adult.amount)} an adult (${prices.adult.ages}), ${money(prices.child.amount)} a child (${prices.child.ages}), ${prices.toddler.ages} ${prices.toddler.amount === "0.00" ? "free" : money(prices.toddler.amount)}. A party's food comes to at least ${money(prices.party_minimum)}.`,
    },
    {
      question: "Is there a travel fee?",
      answer: `The first ${travel.free_miles} miles from ${travel.base.city} are free, each further one is ${money(travel.per_mile)}. Your ZIP code gives the exact fee.`,
    },
    { question: "What is included?", answer: `${capital(listed(menu.included))}. ${menu.proteins_per_guest} proteins a guest.` },
    { question: "Is the tip included?", answer: `No. Most guests tip the chef ${least} to ${most}% on the day; it is up to you.` },
  ];
}

function booking({ policies: { booking: rules, prices, policies } }: Facts): Answer[] {
  const moves = policies.reschedule_free;
  return [
    {
      question: "How do I book?",
      answer: `Pick a free start and say yes to the price. A ${money(prices.deposit)} deposit confirms it; it comes off the bill. We take ${listed(policies.payment_methods, "or")}.`,
    },
    {
      question: "How far ahead?",
      answer: `At least ${rules.min_notice_hours} hours, at most ${rules.max_months_ahead} months. Parties start at ${listed(rules.slots.map(clock), "or")}.`,
    },
    {
      question: "Can I cancel?",
      answer: `${policies.deposit_refundable_days} days or more before the party you get the deposit back; later it is kept.`,
    },
    {
      question: "Can I move the party?",
      answer: `${moves.times === 1 ? "Once" : `${moves.times} times`} for free, until ${moves.min_hours_before} hours before. After that a move costs ${money(policies.reschedule_fee)}.`,
    },
    {
      question: "Can the number of guests change?",
      answer: `Yes, until ${policies.guest_count_final_hours} hours before; the menu until ${policies.menu_change_cutoff_hours} hours before.`,
    },
  ];
}

function theDay({ policies: { venue, menu, policies, booking: rules } }: Facts): Answer[] {
  const [wide, deep] = venue.space_feet;
  return [
    {
      question: "How much space do you need?",
      answer: `${wide} by ${deep} feet for the grill, ${venue.clearance_feet} feet clear of anything that burns. It needs ${listed(venue.needs)}.`,
    },
    { question: "What do I provide?", answer: `${capital(listed(menu.not_included))}.` },
    { question: "How should I set the tables?", answer: `${capital(venue.tables)}.` },
    {
      question: "How long does it take?",
      answer: `Setting up takes about ${venue.setup_minutes} minutes, cooking and show ${venue.show_minutes.join(" to ")} minutes. The chef is yours for ${rules.duration_minutes / 60} hours.`,
    },
    { question: "What if it rains?", answer: `${capital(policies.rain)}.` },
    { question: "Can you cook indoors?", answer: `${capital(policies.indoor)}.` },
  ];
}

function food({ policies: { dietary } }: Facts): Answer[] {
  return [
    {
      question: "Can you cook for allergies and diets?",
      answer: `${capital(dietary.options.join(", "))}. Tell us ${dietary.notice_hours} hours ahead. We never promise ${dietary.never_promise}`,
    },
    { question: "What is not used at all?", answer: `${capital(listed(dietary.not_used))}.` },
  ];
}
