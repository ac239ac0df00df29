import { addressOf, registryRoutes } from '@mingchou/contract';
import type { Figure } from '../figure.ts';
import { secondsOf } from '../figure.ts';
import type { BenchClient } from '../house/client.ts';

// What people type letter by letter: initials, syllables, characters, the end of a code.
const typed = [
  'l',
  'cz',
  'czx',
  'czxt',
  'changzi',
  'zhangzixian',
  '加',
  '长子县',
  '天字',
  '玄黄号加油',
  '0419',
  '00123',
  '地字号',
];

/** The list's answer to each thing typed, five times; the 95th of a hundred. */
export async function searchWhileTyping({ ask, download }: BenchClient): Promise<Figure> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    for (const search of typed) {
      times.push(await secondsOf(() => ask(registryRoutes.listSubjects, { search, size: 8 })));
    }
  }
  times.sort((a, b) => a - b);
  const { total } = await ask(registryRoutes.listSubjects, { size: 1 });
  const bare = await secondsOf(async () => (await download('/healthz')).text(), 9);
  return {
    name: `search over ${total} objects, 95 % answered within`,
    value: (times[Math.ceil(times.length * 0.95) - 1] ?? 0) * 1000,
    unit: 'ms',
    goal: { atMost: 200 },
    reference: { name: 'an answer without the database', value: bare * 1000 },
  };
}

/** The first, a middle and the last page of the registry as of a day after which a part of it has changed. */
export async function pageOfPastDay({ ask }: BenchClient, asOf: string): Promise<Figure> {
  const { total } = await ask(registryRoutes.listSubjects, { asOf, size: 20 });
  const pages = [1, Math.ceil(total / 40), Math.ceil(total / 20)];
  const times: number[] = [];
  for (const page of pages) {
    times.push(await secondsOf(() => ask(registryRoutes.listSubjects, { asOf, page, size: 20 }), 3));
  }
  const now = await secondsOf(() => ask(registryRoutes.listSubjects, { size: 20 }), 3);
  return {
    name: `a page of ${total} objects as of a day, the slowest of first, middle and last`,
    value: Math.max(...times),
    unit: 's',
    goal: { atMost: 1 },
    reference: { name: `a page of ${addressOf(registryRoutes.listSubjects)} as it stands`, value: now },
  };
}
