// A room that watches a ceremony: five hundred phones, and how soon each knows what has just been done.
import http from 'node:http';
import { openHouse } from '../e2e/house.ts';
import { openCeremony } from './ceremony/acts.ts';
import { openPhones } from './ceremony/phones.ts';
import type { Figure } from './figure.ts';

const phones = 500;

interface Delays {
  readonly act: string;
  /** From the press of the button, the act itself included, in seconds. */
  readonly median: number;
  readonly last: number;
}

export async function figures(): Promise<readonly Figure[]> {
  const house = await openHouse();
  try {
    const { path, acts } = await openCeremony(house.address, '工贸');
    const begun = performance.now();
    const room = await openPhones(`${house.address}${path}/events`, phones, 'ceremony');
    const seated = (performance.now() - begun) / 1000;
    const delays: Delays[] = [];
    for (const { name, act } of acts) delays.push(await delaysOf(name, room.nextHeard(), act));
    room.close();
    const echo = await bareEcho();
    return [
      {
        name: `${phones} phones open the ceremony at once and all see it`,
        ...{ value: seated, unit: 's', goal: { atMost: 5 } },
      },
      ...delays.map(
        ({ act, last, median }): Figure => ({
          name: `from the press to the last of ${phones} phones: ${act} (half of them after ${median.toFixed(3)} s)`,
          ...{ value: last, unit: 's', goal: { atMost: 1 } },
          reference: { name: `a bare Node server writing to ${phones} streams`, value: echo },
        }),
      ),
    ];
  } finally {
    await house.close();
  }
}

async function delaysOf(
  act: string,
  heard: Promise<readonly number[]>,
  press: () => Promise<unknown>,
): Promise<Delays> {
  const pressed = performance.now();
  const [times] = await Promise.all([heard, press()]);
  const after = (at: number) => ((times[at] ?? Number.POSITIVE_INFINITY) - pressed) / 1000;
  return { act, median: after(Math.floor(times.length / 2)), last: after(times.length - 1) };
}

/** The same with nothing behind it: one process, five hundred streams, one write of the same size to each. */
async function bareEcho(): Promise<number> {
  const streams: http.ServerResponse[] = [];
  const server = http.createServer((_request, response) => {
    streams.push(response.writeHead(200, { 'content-type': 'text/event-stream' }));
    response.write('event: ceremony\ndata: {}\n\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const listening = server.address();
  if (listening === null || typeof listening === 'string') throw new Error('no port');
  const room = await openPhones(`http://127.0.0.1:${listening.port}/`, phones, 'ceremony');
  const data = `event: ceremony\ndata: ${'x'.repeat(8000)}\n\n`;
  const { last } = await delaysOf('echo', room.nextHeard(), async () => {
    for (const stream of streams) stream.write(data);
  });
  room.close();
  server.closeAllConnections();
  server.close();
  return last;
}
