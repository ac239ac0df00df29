import type { Fraction } from '../policy/index.ts';
import { clauseTitle } from '../policy/index.ts';
import type { BudgetContent } from './content.ts';
import { unitClassTerms } from './content.ts';
import { type BudgetFacts, type BudgetFinding, type BudgetRemedy, budgetFinding } from './finding.ts';
import { sum } from './reckon.ts';
import { sharesOf, shareWords } from './shares.ts';

/** 监督检查工作日 as the difference, and how it is given out (LS-11). */
export function checkDifference(facts: BudgetFacts): readonly BudgetFinding[] {
  return facts.reckoning.heads === 0 ? [] : [difference(facts) ?? []].flat();
}

/** Shares, slack, the cost of a visit and the two warning lines (LS-12, N-12). */
export function checkShares(facts: BudgetFacts): readonly BudgetFinding[] {
  if (facts.reckoning.heads === 0) return [];
  const given = facts.content.classes.every((each) => each.days !== null);
  const ofClasses = given ? [shares(facts), slack(facts), keyShare(facts), ...visits(facts)] : [];
  return [...ofClasses, enforcementShare(facts)].flatMap((each) => each ?? []);
}

function difference(facts: BudgetFacts): BudgetFinding | undefined {
  const { content, reckoning } = facts;
  const { total, groups, supervision, allocated } = reckoning;
  const sentence = `${total}−${groups[0].sum}−${groups[1].sum}＝${supervision}`.replace('＝-', '＝−');
  if (supervision < 0) {
    return budgetFinding({
      id: 'supervision',
      severity: 'must',
      verdict: '其他执法与非执法已超过总法定工作日',
      detail: `${sentence}，没有可用于监督检查的工作日。`,
      places: ['total', 'group-0', 'group-1'],
    });
  }
  const written = content.supervisionDays;
  const over = allocated - supervision;
  if ((written === null || written === supervision) && over <= 0) return undefined;
  const sumsWrong = content.groups.some((group, place) => group.total !== null && group.total !== groups[place]?.sum);
  const wrong = written !== null && written !== supervision;
  const spent = `已分配${content.classes.map((each) => each.days ?? 0).join('＋')}＝${allocated}，多${over}日。`;
  return budgetFinding({
    id: 'supervision',
    severity: 'must',
    verdict: wrong ? `监督检查工作日${sumsWrong ? '随之' : '应'}为${supervision}日` : `监督检查多分了${over}日`,
    detail: `${sentence}${wrong ? `，文件写${written}` : ''}。${over > 0 ? spent : ''}`,
    advice: over > 0 ? `${sumsWrong ? '先改上一项，再' : ''}从重点或一般中减${over}日；系统不替您决定减哪一类。` : null,
    places: ['supervision', 'classes'],
    remedies: over > 0 ? reductions(facts, over) : [useSupervision(content, supervision)],
  });
}

function useSupervision(content: BudgetContent, supervision: number): BudgetRemedy {
  return { key: 'use-difference', text: `改用${supervision}`, content: { ...content, supervisionDays: supervision } };
}

/** Taking the surplus from one class or from the other: equal choices. */
function reductions({ content, reckoning }: BudgetFacts, over: number): readonly BudgetRemedy[] {
  const supervisionDays = content.supervisionDays === null ? null : reckoning.supervision;
  const [priority, ordinary] = content.classes;
  return [ordinary, priority].flatMap((one) => {
    const days = (one.days ?? 0) - over;
    if (days < 0) return [];
    const less = { ...one, days };
    const classes: BudgetContent['classes'] = one === priority ? [less, ordinary] : [priority, less];
    return {
      key: `reduce-${one.key}`,
      text: `${one.key === 'priority' ? '重点' : '一般'}减为${days}日`,
      content: { ...content, supervisionDays, classes },
    };
  });
}

/** Written shares may be of what was given out, or of all with the reserve beside them; both add up to 100 %. */
function shares({ content, reckoning }: BudgetFacts): BudgetFinding | undefined {
  const days = content.classes.map((each) => each.days ?? 0);
  const written = content.classes.map((each) => each.share);
  if (reckoning.allocated === 0 || written.every((share) => share === null)) return undefined;
  const agrees = (right: readonly number[]) =>
    written.every((share, place) => share === null || share === right[place]);
  const ofGiven = sharesOf(days);
  if (agrees(ofGiven) || agrees(reckoning.classes.map((each) => each.share))) return undefined;
  const off = written.map((share, place) => (share === null ? null : Math.abs(share - (ofGiven[place] ?? 0))));
  const words = ofGiven.map(shareWords);
  const [priority, ordinary] = content.classes;
  return budgetFinding({
    id: 'shares',
    severity: 'check',
    verdict: off.every((each) => each === 1) ? '占比各错0.01' : `占比应为${words.join('和')}`,
    detail: `${days.map((each, place) => `${each}÷${reckoning.allocated}＝${words[place] ?? ''}`).join('，')}；按最大余额法合计正好100%。`,
    places: ['classes'],
    remedies: [
      {
        key: 'use-shares',
        text: `改用${words.join('和')}`,
        content: {
          ...content,
          classes: [
            { ...priority, share: ofGiven[0] ?? 0 },
            { ...ordinary, share: ofGiven[1] ?? 0 },
          ],
        },
      },
    ],
  });
}

/** 留有余地: visits to see whether a thing was put right need days too (150号 的原则). */
function slack({ content, reckoning, rules }: BudgetFacts): BudgetFinding | undefined {
  const units = sum(content.classes.map((each) => each.units ?? 0));
  const needed = (content.reinspections ?? 0) * rules.team;
  if (reckoning.slack > 0 && reckoning.slack >= needed) return undefined;
  if (reckoning.slack > 0) {
    return budgetFinding({
      id: 'slack',
      severity: 'check',
      verdict: '留给整改复查的工作日不够',
      detail: `预计复查${content.reinspections ?? 0}次，每次至少${rules.team}人日，共${needed}日；只留了${reckoning.slack}日。`,
      places: ['classes'],
    });
  }
  const estimate =
    content.reinspections === null
      ? '上一年度有复查记录时，可按复查次数估算。'
      : `预计复查${content.reinspections}次，每次至少${rules.team}人日，需${needed}日。`;
  return budgetFinding({
    id: 'slack',
    severity: 'check',
    verdict: '没有给整改复查留工作日',
    detail: `${units}家用完全部${reckoning.allocated}日。${estimate}`,
    places: ['classes'],
  });
}

function keyShare({ content, reckoning, rules }: BudgetFacts): BudgetFinding | undefined {
  const { value, clause } = rules.keyShare;
  const days = content.classes[0].days ?? 0;
  const whole = Math.max(reckoning.supervision, reckoning.allocated);
  if (value === null || whole <= 0 || reaches(days, whole, value)) return undefined;
  return budgetFinding({
    id: 'key-share',
    severity: 'check',
    verdict: `重点检查工作日低于${percent(value)}`,
    detail: `${days}÷${whole}＝${shareWords(Math.floor((days * 10_000) / whole))}。提示线：${clauseTitle(clause)}，可改。`,
    places: ['classes'],
  });
}

/** 机械制造13，危化12: where every part has its number, they add up to the class. */
export function checkUnits({ content }: BudgetFacts): readonly BudgetFinding[] {
  return content.classes.flatMap((one, place) => {
    const parts = one.parts.split(/[，,、；;]/).map((part) => /(\d+)\s*[家户]?$/.exec(part.trim())?.[1]);
    if (one.units === null || parts.some((part) => part === undefined)) return [];
    const added = sum(parts.map(Number));
    if (added === one.units) return [];
    const { classes } = content;
    const mended = { ...one, units: added };
    return budgetFinding({
      id: `units:${one.key}`,
      severity: 'must',
      verdict: `${unitClassTerms[one.key]}的组成合计${added}家，写的是${one.units}家`,
      detail: `${parts.join('＋')}＝${added}`,
      places: ['classes'],
      remedies: [
        {
          key: 'use-sum',
          text: `改用${added}家`,
          content: { ...content, classes: place === 0 ? [mended, classes[1]] : [classes[0], mended] },
        },
      ],
    });
  });
}

function enforcementShare({ content, reckoning, rules }: BudgetFacts): BudgetFinding | undefined {
  const { value, clause } = rules.enforcementShare;
  const { onRoster } = content;
  if (value === null || onRoster === null || onRoster === 0) return undefined;
  if (reaches(reckoning.heads, onRoster, value)) return undefined;
  return budgetFinding({
    id: 'enforcement-share',
    severity: 'check',
    verdict: `执法人员少于在册人员的${percent(value)}`,
    detail: `${reckoning.heads}÷${onRoster}＝${shareWords(Math.floor((reckoning.heads * 10_000) / onRoster))}。提示线：${clauseTitle(clause)}，可改。`,
    places: ['people'],
  });
}

/** A visit takes the whole team at least a day. */
function visits({ content, reckoning, rules }: BudgetFacts): readonly BudgetFinding[] {
  return reckoning.classes.flatMap(({ key, perVisit }, place) => {
    if (perVisit === null || perVisit >= rules.team) return [];
    const { units, days } = content.classes[place === 0 ? 0 : 1];
    return budgetFinding({
      id: `visit:${key}`,
      severity: 'check',
      verdict: `${unitClassTerms[key]}每家不足${rules.team}人日`,
      detail: `${days ?? 0}日÷${units ?? 0}家＝${daysWords(perVisit)}人日，${rules.team}人同去不足1天。`,
      places: ['classes'],
    });
  });
}

function reaches(part: number, whole: number, share: Fraction): boolean {
  return part * share.d >= whole * share.n;
}

function percent({ n, d }: Fraction): string {
  return `${daysWords((n * 100) / d)}%`;
}

/** 8, 1.96: at most two decimals. */
export function daysWords(days: number): string {
  return String(Math.round(days * 100) / 100);
}
