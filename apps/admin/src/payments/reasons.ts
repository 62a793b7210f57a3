import type { Schemas } from "@hibachi/api-client";

/** Why a payment e-mail is in its state, as staff read it. */
export const WHY: Record<NonNullable<Schemas["Proposal"]["reason"]>, string> = {
  no_match: "fits no party",
  several_match: "fits more than one party",
  not_certain: "probably for the first one, not surely",
  reference_unclear: "its reference is nearly one of ours",
  nothing_owed: "its party has nothing to pay",
  unclear: "the mail contradicts itself",
  no_amount: "no amount can be read",
  foreign_currency: "money of another country",
  maybe_twice: "perhaps the same payment as another mail",
  maybe_recorded: "perhaps recorded already",
  known_differently: "known already, with another amount or party",
  money_went_back: "money went back",
  payment_failed: "the payment failed",
  duplicate: "told before",
  not_money_for_us: "no money for us",
  sender_not_proven: "the sender is not proven: look into the account itself",
  addressed_to_somebody_else: "addressed to somebody else",
};

/** By what a payment is known to be for a party. */
export const KNOWN: Record<Schemas["Candidate"]["by"][number], string> = {
  reference: "reference",
  near_reference: "nearly its reference",
  phone: "phone",
  email: "e-mail",
  name: "name",
  similar_name: "similar name",
  amount: "amount",
};
