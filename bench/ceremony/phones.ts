import http from 'node:http';

/** A room full of phones that listen to one address. */
export interface Phones {
  /** When each phone heard something new after this call, in milliseconds of `performance.now()`, soonest first. */
  readonly nextHeard: () => Promise<readonly number[]>;
  readonly close: () => void;
}

/** Opens so many streams; returns once every one has heard its first event. */
export async function openPhones(address: string, count: number, event: string): Promise<Phones> {
  const requests: http.ClientRequest[] = [];
  let heard: number[] = [];
  let full: (() => void) | undefined;
  const hear = () => {
    heard.push(performance.now());
    if (heard.length === count) full?.();
  };
  const allHeard = () => {
    heard = [];
    return new Promise<readonly number[]>((resolve) => {
      full = () => resolve(heard.toSorted((a, b) => a - b));
    });
  };
  const first = allHeard();
  for (let at = 0; at < count; at += 1) {
    const request = http.get(address, { agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        // Counted when the whole event is there, not at its first byte.
        for (const block of blocks) if (block.includes(`event: ${event}\n`)) hear();
      });
    });
    request.on('error', () => undefined);
    requests.push(request);
  }
  await first;
  return {
    nextHeard: allHeard,
    close: () => {
      for (const request of requests) request.destroy();
    },
  };
}
