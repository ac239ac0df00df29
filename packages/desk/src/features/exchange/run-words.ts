import type { ImportRun } from '@mingchou/contract';
import { isLiveRun } from '@mingchou/domain';
import { formatCount } from '../../design/format.ts';

const phaseWords = { reading: '读文件', comparing: '核对', writing: '写入' } as const;

/** 正在写入6200/10,000行，约40秒 — how far a long import is, in one line. */
export function runWords(run: ImportRun): string {
  if (run.state === 'waiting') return '排队等候，轮到就开始';
  if (run.state === 'running') {
    const word = `正在${phaseWords[run.phase]}`;
    if (run.total === 0) return `${word}，已用${Math.floor(run.secondsSpent)}秒`;
    return `${word}${formatCount(run.done)}/${formatCount(run.total)}行${timeLeft(run)}`;
  }
  if (run.state === 'done') return '导入完成';
  return run.message ?? '没有导入：导入中断，名录没有改动。请再次导入。';
}

function timeLeft({ phase, secondsLeft }: ImportRun): string {
  // Before the writing nothing is known of what will take longest.
  if (phase !== 'writing' || secondsLeft === null) return '';
  return secondsLeft < 90 ? `，约${Math.max(1, secondsLeft)}秒` : `，约${Math.round(secondsLeft / 60)}分钟`;
}

/** Parts of a hundred of the whole way; reading and comparing take about a fifth of it. */
export function runShare({ state, phase, done, total }: ImportRun): number {
  if (state === 'done') return 100;
  const part = total === 0 ? 0 : done / total;
  const [from, share] = { reading: [0, 10], comparing: [10, 10], writing: [20, 80] }[phase] as [number, number];
  return Math.floor(from + share * part);
}

export function isUnderWay(run: ImportRun | null): run is ImportRun {
  return run !== null && isLiveRun(run.state);
}
