/**
 * From so many rows to write on, an import is worked off beside the commands and tells how far it has come. A record
 * with its history and sealed personal data takes as long as ten lines of a code table.
 */
export const longImportFrom = { records: 2_001, codes: 20_001 } as const;

/** How a long import stands; `broken` came to no end of its own: the server stopped, or a fault. Nothing of it remains. */
export const runStates = ['waiting', 'running', 'done', 'refused', 'broken'] as const;
export type RunState = (typeof runStates)[number];

/** 读文件 → 核对 → 写入名录. */
export const runPhases = ['reading', 'comparing', 'writing'] as const;
export type RunPhase = (typeof runPhases)[number];

/** Longest silence, in seconds: who works tells of himself about every second, who waits is told by the queue. */
const longestSilence = { waiting: 300, running: 30 } as const;

/**
 * How a run stands when it was last heard of so many seconds ago: a server that was killed says nothing any more, and
 * nobody shall wait for it for ever.
 */
export function runStanding(state: RunState, silentSeconds: number): RunState {
  if (state !== 'waiting' && state !== 'running') return state;
  return silentSeconds > longestSilence[state] ? 'broken' : state;
}

export function isLiveRun(state: RunState): state is 'waiting' | 'running' {
  return state === 'waiting' || state === 'running';
}

/** Seconds that are left when `done` of `total` took so many; `null` while nothing can be said. */
export function secondsLeft(done: number, total: number, seconds: number): number | null {
  if (done === 0 || seconds < 1) return null;
  return Math.ceil((seconds * (total - done)) / done);
}
