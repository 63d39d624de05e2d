import type { Manager, ManagerOptions, Socket, SocketOptions } from 'socket.io-client';
import type {
  AlertsClientEvents,
  AlertsServerEvents,
  ChatClientEvents,
  ChatServerEvents,
} from '@/lib/realtime/events';
import type { ChatAnswer, ChatInput, Link, LinkStatus } from './link';
import { listenerSet } from './listener-set';
import { retryDelayMs } from './retry-delay';

export interface ConnectionOptions {
  /** of the server; the page's own origin when left out */
  url?: string;
  manager?: Partial<ManagerOptions>;
  socket?: Partial<SocketOptions>;
}

export interface Connection extends Link {
  start(): void;
  stop(): void;
  /** Tries at once when down; asks the listeners of `onWake` to check when up. */
  wake(): void;
  /** The device says that it has no network: nothing waits for a dead socket to be noticed. */
  lose(): void;
}

type ChatSocket = Socket<ChatServerEvents, ChatClientEvents>;
type AlertsSocket = Socket<AlertsServerEvents, AlertsClientEvents>;
interface Sockets {
  manager: Manager;
  chat: ChatSocket;
  alerts: AlertsSocket;
}

const OPEN_TIMEOUT_MS = 6_000;

/**
 * One connection for both namespaces. Retrying is our own rather than the library's: a server that restarts disconnects
 * its clients on purpose, after which the library would never try again.
 */
export function createConnection(options: ConnectionOptions = {}): Connection {
  const statusListeners = listenerSet<[LinkStatus]>();
  const wakeListeners = listenerSet();
  const chatListeners = new Set<Partial<ChatServerEvents>>();
  const alertListeners = new Set<Partial<AlertsServerEvents> & { connect?: () => void }>();
  let status: LinkStatus = 'idle';
  let sockets: Sockets | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempts = 0;

  function setStatus(next: LinkStatus) {
    if (status === next) return;
    status = next;
    statusListeners.call(next);
  }

  async function connect() {
    cancelRetry();
    if (status === 'idle' || status === 'ended') return;
    if (status === 'down') setStatus('connecting');
    try {
      sockets ??= listen(await openSockets(options));
    } catch {
      // The code itself could not be fetched: no network yet.
      return retryLater();
    }
    if (status === 'connecting' || status === 'up') {
      sockets.chat.connect();
      sockets.alerts.connect();
    }
  }

  function retryLater() {
    if (status === 'idle' || status === 'ended') return;
    if (!sockets?.chat.connected) setStatus('down');
    if (timer !== undefined) return;
    timer = setTimeout(connect, retryDelayMs(attempts));
    attempts += 1;
  }

  function cancelRetry() {
    clearTimeout(timer);
    timer = undefined;
  }

  function refuse(error: Error & { data?: { code?: string } }) {
    const code = error.data?.code ?? error.message;
    if (code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') end('ended');
    else retryLater();
  }

  function end(last: 'idle' | 'ended') {
    cancelRetry();
    setStatus(last);
    drop();
  }

  function drop() {
    sockets?.chat.disconnect();
    sockets?.alerts.disconnect();
  }

  function listen(opened: Sockets): Sockets {
    const { chat, alerts } = opened;
    chat.on('connect', () => {
      attempts = 0;
      setStatus('up');
    });
    alerts.on('connect', () => {
      for (const listener of alertListeners) listener.connect?.();
    });
    for (const socket of [chat, alerts]) {
      socket.on('disconnect', retryLater);
      socket.on('connect_error', refuse);
    }
    chat.onAny((event: keyof ChatServerEvents, payload) => tell(chatListeners, event, payload));
    alerts.onAny((event: keyof AlertsServerEvents, payload) => tell(alertListeners, event, payload));
    return opened;
  }

  return {
    status: () => status,
    start() {
      if (status !== 'idle' && status !== 'ended') return;
      setStatus('connecting');
      void connect();
    },
    stop: () => end('idle'),
    wake() {
      if (status === 'up') return wakeListeners.call();
      attempts = 0;
      // A try that began without a network would only be given up after its timeout.
      if (status === 'connecting') drop();
      void connect();
    },
    lose: drop,
    suspect() {
      if (status === 'up') drop();
    },
    request: (event, input, timeoutMs) => ask(sockets?.chat, event, input, timeoutMs),
    onStatus: statusListeners.add,
    onWake: wakeListeners.add,
    onChat: (listeners) => addTo(chatListeners, listeners),
    onAlerts: (listeners) => addTo(alertListeners, listeners),
  };
}

async function openSockets(options: ConnectionOptions): Promise<Sockets> {
  const { Manager } = await import('socket.io-client');
  const settings: Partial<ManagerOptions> = {
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnection: false,
    autoConnect: false,
    withCredentials: true,
    timeout: OPEN_TIMEOUT_MS,
    ...options.manager,
  };
  const manager = options.url === undefined ? new Manager(settings) : new Manager(options.url, settings);
  return {
    manager,
    chat: manager.socket('/chat', options.socket),
    alerts: manager.socket('/alerts', options.socket),
  };
}

async function ask<E extends keyof ChatClientEvents>(
  chat: ChatSocket | undefined,
  event: E,
  input: ChatInput<E>,
  timeoutMs: number,
): Promise<ChatAnswer<E> | null> {
  if (!chat?.connected) return null;
  try {
    return await untyped(chat).timeout(timeoutMs).emitWithAck(event, input);
  } catch {
    return null;
  }
}

/** The library's types cannot follow an event that is a type parameter; `ask` above says what goes in and comes out. */
function untyped(socket: ChatSocket): Socket {
  return socket as unknown as Socket;
}

function tell<L extends object>(listeners: Set<L>, event: keyof L, payload: unknown) {
  for (const listener of listeners) {
    const handle = listener[event];
    if (typeof handle === 'function') handle(payload);
  }
}

function addTo<T>(set: Set<T>, value: T): () => void {
  set.add(value);
  return () => set.delete(value);
}
