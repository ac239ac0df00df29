import type { CeremonyNews, CeremonySource, PortalCeremony } from '@mingchou/contract';

/** 候场 → 收随机数 → 等开签 → 开签与结果, or 作废. */
export type Stage = 'waiting' | 'collecting' | 'complete' | 'drawn' | 'voided';

/** Which stage the room is in. Only the opening depends on the clock; everything else is an act that somebody did. */
export function stageOf({ now, view }: CeremonyNews): Stage {
  if (view.voided !== null) return 'voided';
  if (view.drawn !== null) return 'drawn';
  if (view.sources.every(({ stands }) => stands)) return 'complete';
  return secondsLeft(now, view.openAt) > 0 ? 'waiting' : 'collecting';
}

/** Whole seconds until a moment, 0 once it has come. */
export function secondsLeft(now: string, until: string): number {
  return Math.max(0, Math.ceil((Date.parse(until) - Date.parse(now)) / 1000));
}

/** When the last number stood; null while one is missing. */
export function completeAt({ sources }: PortalCeremony): string | null {
  return sources.reduce<string | null>(
    (last, { stands, at }) => (!stands || at === null || last === null ? null : at > last ? at : last),
    '',
  );
}

/** Dice and lottery first, then the witnesses, drand last: what is awaited now. */
export function awaited({ sources }: PortalCeremony): readonly CeremonySource[] {
  const missing = (kinds: readonly CeremonySource['kind'][]) =>
    sources.filter((source) => kinds.includes(source.kind) && !source.stands);
  const steps = [missing(['dice', 'lottery']), missing(['witness']), missing(['drand'])];
  return steps.find((step) => step.length > 0) ?? [];
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
