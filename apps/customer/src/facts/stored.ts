/** Everything that the site keeps in a visitor's browser: what is not listed here is not kept, and there is no cookie. */
export const STORED = {
  wish: { what: "The party that you have in mind: guests, dishes, ZIP", until: "you close the window" },
  hold: { what: "The time that we hold for you while you book", until: "you close the window" },
  conversation: { what: "Which chat is yours, so that it goes on after a reload", until: "you delete it in your browser" },
  friend_code: { what: "The code of the friend who sent you here", until: "your party is booked" },
  "guest-keys": { what: "What you chose as a guest, so that you can correct it", until: "you delete it in your browser" },
  theme: { what: "Whether you like the pages light or dark", until: "you let your device decide again" },
} as const satisfies Record<string, { what: string; until: string }>;

/** The name of something that is kept. */
export type Stored = keyof typeof STORED;
