import { readCheckpoint, readLogKey } from '@mingchou/verifier';
import type { RemoteLog } from './fetch-log.ts';
import { judgeEntries, judgeGrowth, judgeSignature, type LogFinding } from './judge.ts';
import type { Remembered } from './state.ts';

/** What one visit came to. `next` is what to remember; only a visit without findings has it. */
export interface Visit {
  readonly first: boolean;
  readonly before: number;
  readonly now: number;
  readonly key: string;
  readonly findings: readonly LogFinding[];
  /** The checkpoint as fetched: with the remembered one it is the evidence of a finding. */
  readonly checkpoint: string;
  readonly next?: Remembered;
}

/** Visits a log once. Throws, with words for the person, when something could not be fetched or read. */
export async function visitLog(
  url: string,
  log: RemoteLog,
  remembered: Remembered | undefined,
  givenKey: string | undefined,
): Promise<Visit> {
  const key = remembered?.key ?? givenKey ?? (await log.keys())[0] ?? '';
  const trusted = readLogKey(key);
  if (trusted === undefined) throw new Error('公钥读不了：应当是“名称+编号+公钥”一行');
  const note = await log.checkpoint();
  const earlier = remembered === undefined ? undefined : readCheckpoint(remembered.checkpoint);
  if (remembered !== undefined && earlier === undefined) throw new Error('监看记录里的校验点读不了');
  const about = { first: remembered === undefined, before: earlier?.size ?? 0, key, checkpoint: note };
  const now = readCheckpoint(note);
  if (now === undefined) return { ...about, now: 0, findings: [{ code: 'not-a-checkpoint' }] };

  const unsigned = judgeSignature(now, trusted);
  if (unsigned.length > 0) return { ...about, now: now.size, findings: unsigned };
  const grown = earlier !== undefined && earlier.size > 0 && earlier.size < now.size;
  const path = grown ? await log.consistency(earlier.size, now.size) : [];
  const growth = earlier === undefined ? [] : judgeGrowth(earlier, now, path);
  const { leaves, findings } = judgeEntries(now, await log.entries(now.size), remembered?.leaves ?? []);
  const all = [...growth, ...findings];
  if (all.length > 0) return { ...about, now: now.size, findings: all };
  const next: Remembered = { v: 'mc-monitor/1', url, key, checkpoint: note, leaves: [...leaves] };
  return { ...about, now: now.size, findings: [], next };
}
