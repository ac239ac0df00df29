import type { Files } from '../commitment/file.ts';
import { fileOf } from '../draw/draw.ts';
import { readPool } from '../roster/roster.ts';
import { readRules } from '../rules/rules.ts';
import { sizeOf } from '../rules/size.ts';
import type { LotteryGame } from '../seed/source.ts';
import { chancesOf } from '../selection/chances.ts';
import type { CheckStatus, Note } from './check.ts';
import type { Found } from './committed-checks.ts';
import type { Evidence } from './evidence.ts';
import { value } from './evidence.ts';

const games: Readonly<Record<LotteryGame, { readonly name: string; readonly site: string }>> = {
  ssq: { name: '双色球', site: 'https://www.cwl.gov.cn/' },
  '3d': { name: '福彩3D', site: 'https://www.cwl.gov.cn/' },
  dlt: { name: '超级大乐透', site: 'https://www.lottery.gov.cn/' },
  pl5: { name: '排列5', site: 'https://www.lottery.gov.cn/' },
};

/** What a reader should know beside the checks; sentences only about what a check has looked at. */
export function notesOf(evidence: Evidence, found: Found): readonly Note[] {
  const notes: Note[] = [];
  const commitment = value(evidence.commitment());
  const rules = value(evidence.rules());
  const lines = value(evidence.seed())?.lines ?? [];
  if (found('sources').status === 'passed') {
    for (const [at, source] of (commitment?.sources ?? []).entries()) {
      if (source.kind !== 'lottery') continue;
      const { name, site } = games[source.game];
      const numbers = lines[at]?.split(':')[3] ?? '';
      notes.push({
        code: 'lottery-on-trust',
        text: `离线不能核对开奖号码：${name}第${source.issue}期 ${numbers}，请与 ${site} 的公告对照`,
      });
    }
  }
  if (found('rules-canonical').status === 'passed') {
    for (const { code, size } of rules?.strata ?? []) {
      const eligible = commitment?.pool.strata.get(code)?.eligible ?? 0;
      if (eligible > 0 && sizeOf(size, eligible) === eligible) {
        notes.push({ code: 'whole-stratum', text: `类别${code}的${eligible}户全部检查，抽签只定先后` });
      }
    }
    if (rules?.quota !== undefined) {
      notes.push({ code: 'unequal-chances', text: '有组别比例要求：同一类别、同一组的机会相同，各组之间不同' });
    }
  }
  if (found('pool-count').status === 'passed' && value(evidence.pool())?.some(({ weight }) => weight !== 1) === true) {
    notes.push({ code: 'unequal-chances', text: '按权重抽取：权重大的机会大，只是大致成比例' });
  }
  if (found('assignment').status === 'passed') notes.push(...seatNotes(evidence));
  const amended = value(evidence.amendments())?.length ?? 0;
  if (found('amendments').status === 'passed' && amended > 0) {
    const text = `开签后有${amended}条变更；最后一条的时间、理由、批准人，以及有没有漏报，要与公开日志对照`;
    notes.push({ code: 'amendments-in-log', text });
  }
  return notes;
}

/**
 * By how much chances differ in a draw with a quota or weights, simulated in `rounds` draws. Apart from `verify`,
 * because it costs many draws; empty unless the selection passed.
 */
export function chanceNotes(files: Files, selection: CheckStatus, rounds: number): readonly Note[] {
  const [rules, pool] = [readRules(fileOf(files, 'rules.json')), readPool(fileOf(files, 'pool.csv'))];
  if (selection !== 'passed' || !rules.ok || !pool.ok) return [];
  if (rules.value.quota === undefined && pool.value.every(({ weight }) => weight === 1)) return [];
  return chancesOf(rules.value, pool.value, rounds).map(({ stratum, group, weight, entries, chance }) => {
    const kind = rules.value.quota === undefined ? `权重${weight}` : `组${group}`;
    return {
      code: 'unequal-chances',
      text: `类别${stratum}、${kind}：${entries}户，每户机会约${(100 * chance).toFixed(1)}%（模拟${rounds}次）`,
    };
  });
}

function seatNotes(evidence: Evidence): readonly Note[] {
  const assignment = evidence.assignment();
  const notes: Note[] = [];
  const vacant = (assignment?.seats ?? []).filter(({ holder }) => holder === undefined).length;
  if (vacant > 0) notes.push({ code: 'vacant-seats', text: `有${vacant}个席位没有人可派` });
  for (const { visit, seat, candidates } of assignment?.narrowSeats ?? []) {
    const who = candidates.length === 0 ? '没有人' : `只有${candidates.join('、')}`;
    notes.push({ code: 'narrow-seat', text: `${visit}第${seat}席${who}可以担任` });
  }
  return notes;
}
