import { frame, type Outgoing } from "./frames";

type Incoming = NonNullable<ReturnType<typeof frame>>;

export type Events = {
  came: (incoming: Incoming) => void;
  connected: (open: boolean) => void;
  /** What to say first on a new connection: where to go on, and what was not accepted yet. */
  greeting: () => Outgoing[];
};

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
const PING_EVERY_MS = 25_000;

/** The chat's socket, kept open: a lost one is opened again after a growing pause, and goes on where it was. */
export class Connection {
  private socket: WebSocket | null = null;
  private wait = FIRST_WAIT_MS;
  private again: ReturnType<typeof setTimeout> | undefined;
  private pulse: ReturnType<typeof setInterval> | undefined;
  private closed = false;

  constructor(
    private readonly address: string,
    private readonly events: Events,
  ) {}

  open(): void {
    if (this.socket || this.closed) return;
    clearTimeout(this.again);
    const socket = new WebSocket(this.address);
    this.socket = socket;
    socket.onopen = () => this.opened(socket);
    socket.onmessage = (event) => {
      const came = frame(event.data);
      if (came) this.events.came(came);
    };
    socket.onclose = () => this.lost(socket);
  }

  /** Send now; false when there is no open connection, and the greeting of the next one says it. */
  send(outgoing: Outgoing): boolean {
    if (this.socket?.readyState !== WebSocket.OPEN) {
      this.open();
      return false;
    }
    this.socket.send(JSON.stringify(outgoing));
    return true;
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.again);
    clearInterval(this.pulse);
    this.socket?.close();
  }

  private opened(socket: WebSocket): void {
    this.wait = FIRST_WAIT_MS;
    this.events.greeting().forEach((outgoing) => socket.send(JSON.stringify(outgoing)));
    this.pulse = setInterval(() => this.send({ type: "ping" }), PING_EVERY_MS);
    this.events.connected(true);
  }

  private lost(socket: WebSocket): void {
    if (this.socket !== socket) return;
    this.socket = null;
    clearInterval(this.pulse);
    this.events.connected(false);
    if (this.closed) return;
    this.again = setTimeout(() => this.open(), this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MS);
  }
}
