import { type CeremonyNews, type PortalBureau, type PortalCeremony, portalCeremony } from '@mingchou/contract';
import { type BureauId, type Instant, millisecondsOf } from '@mingchou/domain';
import { sql } from 'kysely';
import type { PortalDatabase } from '../../../db/portal.ts';
import { type PublicBureau, publicBureau } from './reader.ts';

export interface HubPorts {
  readonly portal: PortalDatabase;
  readonly businessNow: (bureauId: BureauId) => Promise<Instant>;
  /** Calls back after each commit of this process; what another process commits is found by asking. */
  readonly afterCommit: (heard: (bureauId: BureauId) => void) => void;
  readonly onError: (error: unknown) => void;
}

/** One draw that somebody is watching. */
export interface Channel {
  readonly bureau: () => PortalBureau;
  /** The view with the bureau's time at this moment. */
  readonly news: () => CeremonyNews;
  /** Names what `news` tells; the same id means the same view. */
  readonly id: () => string;
  readonly listen: (heard: (news: CeremonyNews) => void) => () => void;
  readonly listeners: () => number;
}

export interface CeremonyHub {
  /** The ceremony of a bureau's draw; nothing when it has none yet. */
  readonly channel: (slug: string, drawNo: string) => Promise<Channel | undefined>;
  readonly close: () => void;
}

/** Half of the second within which every phone must know, for the case that another process did the act. */
const askEvery = 500;
/** How often the bureau's clock is read again; only a demonstration's can jump. */
const clockEvery = 5000;
/** A draw that nobody watches any more is forgotten after this time. */
const forgottenAfter = 30_000;
const clockJump = 1500;

type Listener = (news: CeremonyNews) => void;

interface Kept {
  readonly bureauId: BureauId;
  readonly bureau: PortalBureau;
  readonly drawNo: string;
  readonly heard: Set<Listener>;
  view: PortalCeremony;
  id: string;
  /** Business time minus this process's own, in milliseconds. */
  ahead: number;
  clockReadAt: number;
  usedAt: number;
  asking: Promise<void> | undefined;
}

/**
 * Watches the ceremonies that somebody looks at: one question to the database for all who watch, not one for each.
 * A commit of this process asks at once; the timer finds what other processes did, and what a lost hint would miss.
 */
export function openCeremonyHub(ports: HubPorts): CeremonyHub {
  const kept = new Map<string, Promise<Kept | undefined>>();
  const live = new Set<Kept>();
  let timer: NodeJS.Timeout | undefined;

  const tick = () => {
    for (const one of live) {
      if (one.heard.size === 0 && performance.now() - one.usedAt > forgottenAfter) forget(one);
      else void ask(ports, one, false);
    }
    if (live.size === 0) stop();
  };
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };
  const forget = (one: Kept) => {
    live.delete(one);
    for (const [key, promise] of kept) void promise.then((found) => found === one && kept.delete(key));
  };
  const open = async (slug: string, drawNo: string): Promise<Kept | undefined> => {
    const bureau = await publicBureau(ports.portal, slug);
    const found = bureau === undefined ? undefined : await firstOf(ports, bureau, drawNo);
    if (found === undefined) return undefined;
    live.add(found);
    timer ??= setInterval(tick, askEvery).unref();
    return found;
  };
  ports.afterCommit((bureauId) => {
    for (const one of live) if (one.bureauId === bureauId) void ask(ports, one, true);
  });

  return {
    channel: async (slug, drawNo) => {
      const key = `${slug}/${drawNo}`;
      const promise = kept.get(key) ?? open(slug, drawNo);
      kept.set(key, promise);
      const found = await promise.catch((error: unknown) => {
        kept.delete(key);
        throw error;
      });
      // Not there yet: whoever asks again looks again.
      if (found === undefined) kept.delete(key);
      return found === undefined ? undefined : channelOf(found);
    },
    close: () => {
      stop();
      kept.clear();
      live.clear();
    },
  };
}

function channelOf(one: Kept): Channel {
  one.usedAt = performance.now();
  return {
    bureau: () => one.bureau,
    news: () => newsOf(one),
    id: () => one.id,
    listen: (heard) => {
      one.heard.add(heard);
      return () => {
        one.heard.delete(heard);
        one.usedAt = performance.now();
      };
    },
    listeners: () => one.heard.size,
  };
}

async function firstOf(
  ports: HubPorts,
  { bureauId, view: bureau }: PublicBureau,
  drawNo: string,
): Promise<Kept | undefined> {
  const row = await viewUnlike(ports.portal, bureauId, drawNo, '');
  if (row === undefined) return undefined;
  const clock = { ahead: await aheadOf(ports, bureauId), clockReadAt: performance.now() };
  const idle = { heard: new Set<Listener>(), usedAt: performance.now(), asking: undefined };
  return { bureauId, bureau, drawNo, ...row, ...clock, ...idle };
}

/** Asks once at a time; who comes while it asks is answered by one more question afterwards. */
async function ask(ports: HubPorts, one: Kept, again: boolean): Promise<void> {
  if (one.asking !== undefined) {
    if (!again) return;
    await one.asking;
  }
  one.asking ??= refresh(ports, one, again)
    .catch(ports.onError)
    .finally(() => {
      one.asking = undefined;
    });
  await one.asking;
}

async function refresh(ports: HubPorts, one: Kept, committed: boolean): Promise<void> {
  const row = await viewUnlike(ports.portal, one.bureauId, one.drawNo, one.id);
  const readClock = committed || row !== undefined || performance.now() - one.clockReadAt > clockEvery;
  const jumped = readClock && setClock(one, await aheadOf(ports, one.bureauId));
  if (row !== undefined) Object.assign(one, row);
  if (row === undefined && !jumped) return;
  const news = newsOf(one);
  for (const heard of one.heard) heard(news);
}

/** The bureau's time comes in whole seconds, so of two readings the later is nearer the truth; a jump is a jump. */
function setClock(one: Kept, ahead: number): boolean {
  one.clockReadAt = performance.now();
  const jumped = Math.abs(ahead - one.ahead) > clockJump;
  if (jumped || ahead > one.ahead) one.ahead = ahead;
  return jumped;
}

function newsOf(one: Kept): CeremonyNews {
  return { now: new Date(performance.now() + one.ahead).toISOString(), view: one.view };
}

async function aheadOf({ businessNow }: HubPorts, bureauId: BureauId): Promise<number> {
  return millisecondsOf(await businessNow(bureauId)) - performance.now();
}

async function viewUnlike(portal: PortalDatabase, bureauId: BureauId, drawNo: string, id: string) {
  const row = await portal
    .selectFrom('portal_snapshot')
    .select('view')
    .where('bureau_id', '=', bureauId)
    .where('kind', '=', 'ceremony')
    .where('key', '=', drawNo)
    .where(sql<string>`md5(view::text)`, '!=', id)
    .select(sql<string>`md5(view::text)`.as('id'))
    .executeTakeFirst();
  return row === undefined ? undefined : { view: portalCeremony.parse(row.view), id: row.id };
}
