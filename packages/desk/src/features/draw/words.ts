import { type DrawRow, type DrawView, lotteryGames } from '@mingchou/contract';
import type { Instant } from '@mingchou/domain';
import { parseInstant } from '@mingchou/domain';
import { formatTime, type StateKind } from '../../design/index.ts';

export const stateKinds: Readonly<Record<Exclude<DrawRow['status'], 'voided'>, StateKind>> = {
  preparing: 'draft',
  frozen: 'waiting',
  committed: 'waiting',
  collecting: 'waiting',
  drawn: 'mine',
  dispatched: 'done',
};

/** 危险化学品生产经营企业 and the number: 第2号抽签. */
export function titleOf(draw: Pick<DrawView, 'drawNo' | 'objects'>): string {
  return `第${draw.drawNo}号抽签　${draw.objects}`;
}

/** 40719 36502 88417 36259: digits in groups of five, as they lie on the table. */
export function fives(digits: string): string {
  return (digits.match(/.{1,5}/g) ?? []).join(' ');
}

/** 322比特 */
export function bits(milliBits: number): string {
  return `${Math.floor(milliBits / 1000)}比特`;
}

export function milliBitsOf(draw: DrawView): number {
  return draw.sources.reduce((sum, source) => sum + source.milliBits, 0);
}

/** Whether the announced opening has come. */
export function isOpen(draw: DrawView, now: Instant): boolean {
  return now >= draw.openAt;
}

export function waitingWitnesses(draw: DrawView): readonly string[] {
  return draw.sources.filter((one) => one.kind === 'witness' && one.recordedAt === null).map((one) => one.name);
}

export function unsealedWitnesses(draw: DrawView): readonly string[] {
  return draw.sources.filter((one) => one.kind === 'witness' && one.sealedAt === null).map((one) => one.name);
}

export function drandOf(draw: DrawView): DrawView['sources'][number] | undefined {
  return draw.sources.find((one) => one.kind === 'drand');
}

/** Whether the number stands: revealed, verified, or typed by one and confirmed by another. */
export function isHere(source: DrawView['sources'][number]): boolean {
  const typed = source.kind === 'dice' || source.kind === 'lottery';
  // By the act, not the value: of a sealed draw not everyone is told the value.
  return typed ? source.confirmedAt !== null : source.recordedAt !== null;
}

/** Dice and lottery come first: the first that is not yet typed and confirmed. */
export function openLine(draw: DrawView): DrawView['sources'][number] | undefined {
  return draw.sources.find((one) => (one.kind === 'dice' || one.kind === 'lottery') && !isHere(one));
}

/** 双色球第2022036期, drand第1000轮, 十面骰子20位, 见证人W1 */
export function sourceName(source: DrawView['sources'][number]): string {
  if (source.lottery !== null) return `${lotteryGames[source.lottery.game].name}第${source.lottery.issue}期`;
  if (source.drand !== null) return `drand第${source.drand.round}轮`;
  return source.kind === 'dice' ? `十面骰子，${source.digits ?? 0}位` : `见证人${source.id}`;
}

export function diceOf(draw: DrawView): DrawView['sources'][number] | undefined {
  return draw.sources.find((one) => one.kind === 'dice');
}

/** The instant of a Shanghai date and clock time, as typed: 2022-04-06, 10:00. */
export function instantOfTyped(date: string, time: string): Instant | undefined {
  const clock = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/.exec(time.trim());
  if (clock === null || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const local = Date.parse(`${date}T${(clock[1] ?? '').padStart(2, '0')}:${clock[2]}:00+08:00`);
  return Number.isNaN(local) ? undefined : parseInstant(`${new Date(local).toISOString().slice(0, 19)}Z`);
}

/** Date and clock time of an instant in Shanghai, as they are typed. */
export function typedOf(instant: Instant): { readonly date: string; readonly time: string } {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return { date: local.slice(0, 10), time: formatTime(instant) };
}
