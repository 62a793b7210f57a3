const NOUNS: Record<string, [string, string]> = {
  identity: ["address", "addresses"],
  booking: ["party", "parties"],
  hold: ["hold that ends", "holds that end"],
  conversation: ["conversation", "conversations"],
  closed_thread: ["conversation that is closed", "conversations that are closed"],
  opt_out: ["opt-out", "opt-outs"],
  ended_opt_out: ["doubled opt-out", "doubled opt-outs"],
  consent: ["entry of consent", "entries of consent"],
  journey: ["message that was due", "messages that were due"],
  lead: ["lead", "leads"],
  folded_lead: ["lead that goes into another", "leads that go into another"],
};

/** What a merge moves, in words: ["2 parties", "1 conversation"]; what has no name yet keeps the API's. */
export function moved(moves: Record<string, number>): string[] {
  return Object.entries(moves)
    .filter(([noun]) => noun !== "lead_after_folding")
    .map(([noun, number]) => {
      const [one, many] = NOUNS[noun] ?? [noun.replaceAll("_", " "), noun.replaceAll("_", " ")];
      return `${number} ${number === 1 ? one : many}`;
    });
}
