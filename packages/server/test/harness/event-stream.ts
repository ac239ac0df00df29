import { type CeremonyNews, portalCeremony } from '@mingchou/contract';

export interface ToldEvent {
  readonly id: string;
  readonly event: string;
  readonly data: { readonly now: string; readonly view: CeremonyNews['view'] };
}

/** One phone that listens; it keeps all it has heard. */
export interface Listener {
  readonly status: number;
  readonly headers: Headers;
  readonly heard: readonly ToldEvent[];
  /** The newest view, once there is one that fits; fails after the patience, in milliseconds. */
  readonly until: (fits: (view: CeremonyNews['view']) => boolean, patience?: number) => Promise<CeremonyNews['view']>;
  /** Settles when the server has ended the stream. */
  readonly ended: Promise<void>;
  readonly close: () => void;
}

export async function listen(address: string, headers: Readonly<Record<string, string>> = {}): Promise<Listener> {
  const leaving = new AbortController();
  const response = await fetch(address, { headers, signal: leaving.signal });
  const heard: ToldEvent[] = [];
  const ended = response.ok ? readEvents(response, heard) : Promise.resolve();
  const until: Listener['until'] = async (fits, patience = 1000) => {
    const deadline = performance.now() + patience;
    while (performance.now() < deadline) {
      const view = heard.findLast(({ event }) => event === 'ceremony')?.data.view;
      if (view !== undefined && fits(view)) return portalCeremony.parse(view);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`not heard within ${patience} ms; ${heard.length} events came`);
  };
  return {
    status: response.status,
    headers: response.headers,
    heard,
    until,
    ended: ended.catch(() => undefined),
    close: () => leaving.abort(),
  };
}

async function readEvents(response: Response, heard: ToldEvent[]): Promise<void> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    heard.push(...blocks.flatMap(eventOf));
  }
}

function eventOf(block: string): ToldEvent[] {
  const fields = new Map(
    block.split('\n').map((line) => [line.split(': ', 1)[0] ?? '', line.replace(/^[a-z]+: /, '')]),
  );
  const [id, event, data] = ['id', 'event', 'data'].map((name) => fields.get(name));
  return event === undefined || data === undefined ? [] : [{ id: id ?? '', event, data: JSON.parse(data) }];
}
