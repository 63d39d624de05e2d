import { type AlertsActions, type AlertsFeed, createAlertsFeed } from './alerts-feed';
import { type ChatClient, createChatClient, type RoomsChange } from './chat-client';
import { type Connection, createConnection } from './connection';
import { type CountsStore, fetchCounts } from './counts';
import { createOutboxStore } from './outbox-store';

export interface MemberRealtime {
  connection: Connection;
  chat: ChatClient;
  alerts: AlertsFeed;
  stop(): void;
}

export interface MemberRealtimeParts {
  viewerId: string;
  counts: CountsStore;
  actions: AlertsActions;
}

const COUNT_DELAY_MS = 250;

/** Everything live for one signed-in member in one page: a connection, their rooms, their alerts, their counts. */
export function startMemberRealtime({ viewerId, counts, actions }: MemberRealtimeParts): MemberRealtime {
  const connection = createConnection({ socket: { auth: (give) => give({ locale: languageOfPage() }) } });
  const chat = createChatClient(viewerId, connection, createOutboxStore(viewerId, window.localStorage));
  const alerts = createAlertsFeed({ link: connection, counts, actions, recount });

  let timer: ReturnType<typeof setTimeout> | undefined;
  function recount() {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const known = await fetchCounts();
      if (known) counts.set(known);
    }, COUNT_DELAY_MS);
  }
  const recountUnlessSeen = (change: RoomsChange) => {
    if (change.type === 'unknown' || !change.isSeen) recount();
  };
  const stops = [chat.onRoomsChanged(recountUnlessSeen), alerts.onArrival(recount), watchPage(connection)];
  connection.start();

  return {
    connection,
    chat,
    alerts,
    stop() {
      clearTimeout(timer);
      for (const stop of stops) stop();
      chat.stop();
      alerts.stop();
      connection.stop();
    },
  };
}

function languageOfPage(): string {
  return document.documentElement.lang;
}

/** Laptops close, tunnels begin, pages come back from the cache: each is a reason to look at once. */
function watchPage(connection: Connection): () => void {
  const listeners = new AbortController();
  const options = { signal: listeners.signal };
  const wake = () => connection.wake();
  window.addEventListener('online', wake, options);
  window.addEventListener('offline', () => connection.lose(), options);
  window.addEventListener('pageshow', (event) => event.persisted && wake(), options);
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && wake(),
    options,
  );
  // The server answers in the language that a connection began with.
  const language = new MutationObserver(() => {
    connection.lose();
    connection.wake();
  });
  language.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
  return () => {
    listeners.abort();
    language.disconnect();
  };
}
