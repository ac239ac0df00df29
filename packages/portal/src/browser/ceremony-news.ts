import type { CeremonyNews } from '@mingchou/contract';

interface Hearer {
  readonly receive: (news: CeremonyNews) => void;
  readonly setTime: (now: string) => void;
  /** Whether the picture may be older than the truth. */
  readonly lost: (is: boolean) => void;
}

const askEvery = 4000;
const tryAgainAfter = 60_000;

/** Listens to the stream. Where it cannot be had, because the house is full or a proxy forbids it, it asks instead. */
export function followNews(events: string, state: string, hearer: Hearer): void {
  if (typeof EventSource === 'undefined') {
    setInterval(() => void askOnce(state, hearer), askEvery);
    return;
  }
  const source = new EventSource(events);
  source.addEventListener('open', () => hearer.lost(false));
  source.addEventListener('ceremony', (event) => hearer.receive(newsOf(event)));
  source.addEventListener('time', (event) => hearer.setTime(newsOf(event).now));
  source.addEventListener('error', () => {
    hearer.lost(true);
    // A pause the browser mends itself; a refusal it does not.
    if (source.readyState !== EventSource.CLOSED) return;
    const asking = setInterval(() => void askOnce(state, hearer), askEvery);
    setTimeout(() => {
      clearInterval(asking);
      followNews(events, state, hearer);
    }, tryAgainAfter);
    void askOnce(state, hearer);
  });
}

function newsOf(event: MessageEvent<string>): CeremonyNews {
  return JSON.parse(event.data) as CeremonyNews;
}

let seen = '';

async function askOnce(state: string, hearer: Hearer): Promise<void> {
  try {
    const response = await fetch(state);
    if (!response.ok) return hearer.lost(true);
    const news = (await response.json()) as CeremonyNews;
    const view = JSON.stringify(news.view);
    if (view === seen) hearer.setTime(news.now);
    else hearer.receive(news);
    seen = view;
    hearer.lost(false);
  } catch {
    hearer.lost(true);
  }
}
