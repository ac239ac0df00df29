import { digestHex, drawKey, isFileName, readBundle, seedOf } from '@mingchou/verifier';
import type { FastifyInstance } from 'fastify';

/** What somebody without any account has got hold of: every public page, download and log entry, by address. */
export type Loot = ReadonlyMap<string, string>;

/** The public registry: who there is to be drawn. Anyone can have it. */
export interface Registered {
  readonly code: string;
  readonly name: string;
}

/** Follows every link from the public doors; archives are opened. */
export async function plunder(app: FastifyInstance, doors: readonly string[]): Promise<Loot> {
  const loot = new Map<string, string>();
  const waiting = ['/', '/open-data/draws.json', '/log/checkpoint', '/log/key', '/api/openapi.json', ...doors];
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    if (loot.has(url)) continue;
    const came = await app.inject({ method: 'GET', url, remoteAddress: `10.9.${loot.size >> 8}.${loot.size & 255}` });
    const text = url.endsWith('.zip') ? unpacked(came.rawPayload) : plainOf(came.body);
    // A fresh nonce in each answer is no secret of the draw, and would be tried with all the others.
    const { 'content-security-policy': _nonces, ...headers } = came.headers;
    loot.set(url, `${text}\n${JSON.stringify(headers)}`);
    if (url === '/log/checkpoint') waiting.push(`/log/entries?from=0&to=${came.body.split('\n')[1] ?? '0'}`);
    for (const [, found] of text.matchAll(/"(\/(?!\/|assets|portal\/)[^"#\s]*)[#"]/g)) {
      // The stream never ends, what it sends is the page's own live.json; a paper is only set once there is a result.
      if (found !== undefined && !/\/events$|\.pdf$/.test(found)) waiting.push(found);
    }
    for (const [, location] of JSON.stringify(came.headers).matchAll(/"location":"([^"]+)"/g))
      waiting.push(location ?? '/');
  }
  return loot;
}

/** Letters of a PDF stand as numbers of glyphs; its table of offsets only looks like dice, each of which would be tried with every pair of values. */
function plainOf(body: string): string {
  return body.startsWith('%PDF-') ? body.replaceAll(/[0-9 ]{18,}/g, ' ') : body;
}

function unpacked(zip: Uint8Array): string {
  const bundle = readBundle(zip);
  if (!bundle.ok) throw new Error(bundle.refusal.text);
  return [...bundle.value]
    .map(([name, bytes]) => `${isFileName(name) ? name : ''}\n${Buffer.from(bytes).toString()}`)
    .join('\n');
}

/**
 * Everything in the loot that says, or lets one compute, who was drawn: a code or name standing there, a ticket, or a
 * text that taken as key, seed or source line puts exactly the drawn first.
 */
export function drawnInLoot(
  loot: Loot,
  registry: readonly Registered[],
  drawn: readonly string[],
  c: string,
): string[] {
  const all = [...loot.values()].join('\n');
  const named = registry.filter(({ code, name }) => drawn.includes(code) && (all.includes(code) || all.includes(name)));
  const hex = [...new Set(all.match(/[0-9a-f]{32,}/g) ?? [])];
  const keys = [...seedsFrom(all, hex, c), ...hex].flatMap((text) => [
    text.slice(0, 32),
    drawKey('sha256', 'sample', text.slice(0, 64)),
  ]);
  const giving = keys.filter((key) => puts(key, registry, drawn));
  return [...named.map(({ code }) => `named ${code}`), ...giving.map((key) => `key ${key}`)];
}

/** Seeds from everything that looks like dice or a witness's value, in the order in which §5 joins them. */
function seedsFrom(all: string, hex: readonly string[], c: string): string[] {
  const dice = [...new Set(all.match(/[0-9](?:[0-9 ]{18,24})[0-9]/g) ?? [])].map((text) => text.replaceAll(' ', ''));
  const values = hex.filter((text) => text.length === 32);
  return dice
    .filter((digits) => digits.length === 20)
    .flatMap((digits) =>
      values.flatMap((w1) =>
        values.map((w2) => seedOf('sha256', c, [`dice:${digits}`, `witness:W1:${w1}`, `witness:W2:${w2}`])),
      ),
    );
}

function puts(key: string, registry: readonly Registered[], drawn: readonly string[]): boolean {
  const tickets = registry.map(({ code }) => ({ code, ticket: digestHex('sha256', `${key}:${code}`) }));
  const first = tickets.sort((a, b) => (a.ticket < b.ticket ? -1 : 1)).slice(0, drawn.length);
  return first.every(({ code }) => drawn.includes(code));
}
