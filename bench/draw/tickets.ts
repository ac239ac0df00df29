// Tickets a second and core, beside what everybody can measure on the same machine: openssl and a loop of node:crypto.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { kernel, type Suite } from '@mingchou/verifier';
import type { Figure } from '../figure.ts';
import { evenIds } from './large-pool.ts';

type Reference = NonNullable<Figure['reference']>;

const key = '00112233445566778899aabbccddeeff';
const suites: readonly { readonly suite: Suite; readonly name: string }[] = [
  { suite: 'sha256', name: 'SHA-256' },
  { suite: 'sm3', name: 'SM3' },
];

export function ticketFigures(): readonly Figure[] {
  return suites.flatMap(({ suite, name }) => {
    const value = ticketsOfOneCore(suite);
    const figure: Figure = {
      name: `tickets of 18-character ids by one core, ${name} (${kernel().name})`,
      value,
      unit: 'tickets/s',
      goal: { atLeast: 10_000_000 },
    };
    const references = [loopOfCreateHash(suite), opensslSpeed(suite)].filter((one) => one !== undefined);
    return references.map((reference) => ({ ...figure, reference }));
  });
}

/** By processor time: on a machine that others use as well the clock on the wall measures them too. */
function ticketsOfOneCore(suite: Suite): number {
  const count = 4_000_000;
  const ids = { bytes: evenIds(count), width: 18 };
  const range = { from: 0, to: count };
  kernel().ticketHeads(suite, key, ids, { from: 0, to: count / 4 });
  return count / processorSeconds(() => kernel().ticketHeads(suite, key, ids, range));
}

function loopOfCreateHash(suite: Suite): Reference {
  const count = 300_000;
  const seconds = processorSeconds(() => {
    for (let at = 0; at < count; at++) createHash(suite).update(`${key}:91140428MA${at}`).digest();
  });
  return { name: 'a loop of crypto.createHash', value: count / seconds };
}

/** Messages of 64 bytes a second, as `openssl speed` counts them: the nearest that it offers to our 51. */
function opensslSpeed(suite: Suite): Reference | undefined {
  try {
    const said = execFileSync('openssl', ['speed', '-seconds', '1', '-bytes', '64', '-evp', suite], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [, thousands] = /([0-9.]+)k\s*$/.exec(said) ?? [];
    if (thousands === undefined) throw new Error('no figure');
    return { name: 'openssl speed, 64 bytes', value: (Number(thousands) * 1000) / 64 };
  } catch {
    console.error(`not measured: openssl speed ${suite} — openssl is not installed, or does not know it`);
    return undefined;
  }
}

export function processorSeconds(work: () => unknown): number {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6;
}
