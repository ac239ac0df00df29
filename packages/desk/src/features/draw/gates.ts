import type { DrawView } from '@mingchou/contract';
import { type Instant, millisecondsOf } from '@mingchou/domain';
import { formatCountdown, formatMoment, type Gate } from '../../design/index.ts';
import { teamSize } from './strata.ts';
import { isHere, isOpen } from './words.ts';

/** 抽签七步: which are settled, which one is open now, and what the others ask for. */
export function gatesOf(draw: DrawView, now: Instant): readonly Gate[] {
  const at = (instant: Instant) => formatMoment(instant, draw.year);
  const { frozen, commitment, drawn, result } = draw;
  const present = presentGate(draw, now);
  const seats = teamSize(draw);
  const gates: readonly Omit<Gate, 'now' | 'settled'>[] = [
    frozen === null
      ? { name: '冻结名单', lines: ['对象、人员、利害关系', '此后不能改'] }
      : { name: '冻结名单', seal: '封', lines: [at(frozen.at), frozen.name] },
    commitment === null
      ? { name: '公开承诺', lines: ['指纹进入公开日志', '须等见证人封存'] }
      : { name: '公开承诺', seal: '诺', lines: [at(commitment.act.at), `公开日志第${commitment.logIndex + 1}条`] },
    { name: present > 3 ? '已开启' : '等待开启', lines: openingLines(draw, now) },
    { name: '收齐随机数', lines: sourceLines(draw) },
    drawn === null
      ? { name: '抽签', lines: ['一次，不可重抽', '约1秒'] }
      : { name: '抽签', seal: '定', lines: [at(drawn.at), drawn.name] },
    { name: '组队', lines: [`每户${seats}名执法人员`, result === null ? '同一次随机数' : vacancy(result.vacantSeats)] },
    publicGate(draw),
  ];
  return gates.map((gate, index) => ({
    ...gate,
    now: draw.status !== 'voided' && index + 1 === present,
    settled: index + 1 < present,
  }));
}

function publicGate({ drawn, sealing }: DrawView): { readonly name: string; readonly lines: readonly string[] } {
  if (sealing !== null && sealing.unsealed === null) return { name: '公布结果', lines: ['结果封存', '检查结束后开封'] };
  return { name: '公布结果', lines: drawn === null ? ['自动进入门户', '和公开日志'] : ['已进入门户', '和公开日志'] };
}

function vacancy(seats: number): string {
  return seats === 0 ? '没有空席' : `空席${seats}个`;
}

/** From 1; 8 when all are behind. */
function presentGate(draw: DrawView, now: Instant): number {
  if (draw.frozen === null) return 1;
  if (draw.commitment === null) return 2;
  if (draw.reached === 'committed' && !isOpen(draw, now)) return 3;
  if (draw.drawn !== null) return 8;
  return draw.sources.every(isHere) ? 5 : 4;
}

function openingLines(draw: DrawView, now: Instant): readonly string[] {
  const time = formatMoment(draw.openAt, draw.year);
  if (draw.commitment === null) return ['到时才出随机数', time];
  const seconds = Math.ceil((millisecondsOf(draw.openAt) - millisecondsOf(now)) / 1000);
  return seconds > 0 ? [formatCountdown(seconds), time] : [time, '按承诺开启'];
}

function sourceLines(draw: DrawView): readonly string[] {
  const here = draw.sources.filter(isHere).length;
  const all = draw.sources.length;
  if (here === 0) return [`${all}个来源`, '到齐前不能抽'];
  return [`${all}个来源`, here === all ? '已到齐' : `到了${here}个，还差${all - here}个`];
}
