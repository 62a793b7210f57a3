/** What the chat shows, as a pure function of the frames that came and of what the visitor sent. */
import type { frame, Message } from "./frames";

type Incoming = NonNullable<ReturnType<typeof frame>>;

/** Words of the visitor that the server has not shown yet. */
export type Sent = { message_id: string; text: string; problem: string | null };

export type Thread = {
  conversationId: string | null;
  messages: Message[];
  sent: Sent[];
  pieces: Record<number, string>;
  status: string | null;
  speaker: "ai" | "human";
  problem: string | null;
};

export const EMPTY: Thread = {
  conversationId: null,
  messages: [],
  sent: [],
  pieces: {},
  status: null,
  speaker: "ai",
  problem: null,
};

export function said(thread: Thread, message_id: string, text: string): Thread {
  return { ...thread, problem: null, sent: [...thread.sent, { message_id, text, problem: null }] };
}

/** The highest sequence that is shown whole: what is asked for after a reconnection. */
export function shownUpTo(thread: Thread): number {
  return thread.messages.at(-1)?.sequence ?? 0;
}

export function heard(thread: Thread, came: Incoming): Thread {
  switch (came.type) {
    case "ready":
      return { ...thread, conversationId: came.conversation_id, problem: null };
    case "accepted":
      return { ...thread, conversationId: came.conversation_id };
    case "status":
      return { ...thread, status: came.status };
    case "piece":
      return { ...thread, status: null, pieces: withPiece(thread.pieces, came.sequence, came.text) };
    case "message":
      return withMessage(thread, came);
    case "speaker":
      return { ...thread, speaker: came.speaker, status: null };
    case "error":
      return refused(thread, came.message_id ?? null, `${came.message} ${came.next_step}`);
    case "pong":
      return thread;
  }
}

/** The answers that can be tapped now: those of the last message, while nobody has answered it. */
export function choicesNow(thread: Thread): string[] {
  const isAnswered = thread.sent.length > 0 || thread.status !== null || Object.keys(thread.pieces).length > 0;
  return isAnswered ? [] : (thread.messages.at(-1)?.choices ?? []);
}

function withPiece(pieces: Thread["pieces"], sequence: number, text: string): Thread["pieces"] {
  return { ...pieces, [sequence]: (pieces[sequence] ?? "") + text };
}

/** A message is shown once, in the order of the thread, whatever came twice or late. */
function withMessage(thread: Thread, message: Message): Thread {
  const others = thread.messages.filter((one) => one.sequence !== message.sequence);
  const { [message.sequence]: _shown, ...pieces } = thread.pieces;
  return {
    ...thread,
    messages: [...others, message].sort((one, other) => one.sequence - other.sequence),
    sent: thread.sent.filter((one) => one.message_id !== message.message_id),
    pieces,
    status: message.role === "customer" ? thread.status : null,
  };
}

function refused(thread: Thread, messageId: string | null, problem: string): Thread {
  const known = messageId !== null && thread.sent.some((one) => one.message_id === messageId);
  if (!known) return { ...thread, status: null, problem };
  const sent = thread.sent.map((one) => (one.message_id === messageId ? { ...one, problem } : one));
  return { ...thread, status: null, sent };
}
