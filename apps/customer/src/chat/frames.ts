/** The frames of the web chat's socket, as docs/channels.md describes them. */

export type Role = "customer" | "ai" | "human";

export type Message = {
  type: "message";
  sequence: number;
  role: Role;
  text: string;
  at: string;
  message_id?: string | null;
  /** Of the concierge's own: by which it is judged, the price that it tells, and answers that can be tapped. */
  id?: string;
  quote_id?: string | null;
  choices?: string[];
};

type Incoming =
  | Message
  | { type: "ready"; conversation_id: string }
  | { type: "accepted"; message_id: string; conversation_id: string; sequence: number }
  | { type: "status"; message_id?: string; status: string }
  | { type: "piece"; sequence: number; text: string }
  | { type: "speaker"; speaker: "ai" | "human" }
  | { type: "error"; message_id?: string; code: string; message: string; next_step: string }
  | { type: "pong" };

export type Outgoing =
  | { type: "say"; message_id: string; text: string }
  | { type: "hello"; conversation_id: string; after: number }
  | { type: "ping" };

/** A frame that came; null for what is none. */
export function frame(raw: unknown): Incoming | null {
  if (typeof raw !== "string") return null;
  try {
    const read: unknown = JSON.parse(raw);
    return typeof read === "object" && read !== null && "type" in read ? (read as Incoming) : null;
  } catch {
    return null;
  }
}
