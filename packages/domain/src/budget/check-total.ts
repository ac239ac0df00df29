import { type BudgetFacts, type BudgetFinding, budgetFinding } from './finding.ts';
import { sum } from './reckon.ts';

/** 执法人员 and 总法定工作日: head count by kind of post, legal workdays by the calendar, and their product (LS-09, LS-10). */
export function checkTotal(facts: BudgetFacts): readonly BudgetFinding[] {
  return [incomplete(facts), people(facts), total(facts), calendar(facts), provisional(facts)].flatMap(
    (each) => each ?? [],
  );
}

function incomplete({ content }: BudgetFacts): BudgetFinding | undefined {
  const [priority, ordinary] = content.classes;
  const blanks = [
    content.enforcers === null && content.people.length === 0 ? '执法人员数量' : '',
    ...content.groups.map((group) => (group.items.length === 0 ? `${group.place}的分项` : '')),
    priority.units === null || priority.days === null ? '重点检查的家数和工作日' : '',
    ordinary.units === null || ordinary.days === null ? '一般检查的家数和工作日' : '',
  ].filter((blank) => blank !== '');
  if (blanks.length === 0) return undefined;
  return budgetFinding({
    id: 'incomplete',
    severity: 'must',
    verdict: `还有${blanks.length}处没有填写`,
    detail: `${blanks.join('、')}。`,
    places: ['people', 'classes'],
  });
}

function people({ content }: BudgetFacts): BudgetFinding | undefined {
  const { people: posts, enforcers } = content;
  const heads = sum(posts.map(({ count }) => count));
  if (posts.length === 0 || enforcers === null || heads === enforcers) return undefined;
  return budgetFinding({
    id: 'people',
    severity: 'must',
    verdict: `执法人员分项合计${heads}人，写的是${enforcers}人`,
    detail: `${posts.map(({ kind, count }) => `${kind}${count}`).join('＋')}＝${heads}`,
    places: ['people'],
    remedies: [{ key: 'use-sum', text: `改用${heads}人`, content: { ...content, enforcers: heads } }],
  });
}

function total({ content, reckoning }: BudgetFacts): BudgetFinding | undefined {
  const { totalDays } = content;
  const { heads, legalWorkdays, total: reckoned } = reckoning;
  if (totalDays === null || heads === 0 || totalDays === reckoned) return undefined;
  return budgetFinding({
    id: 'total',
    severity: 'must',
    verdict: `总法定工作日写${totalDays}，应为${reckoned}`,
    detail: `${legalWorkdays}日×${heads}人＝${reckoned}`,
    places: ['total'],
    remedies: [{ key: 'use-product', text: `改用${reckoned}`, content: { ...content, totalDays: reckoned } }],
  });
}

/** Bureaus reckon the year by different conventions, so a figure of its own may be kept with its reason. */
function calendar({ content, rules }: BudgetFacts): BudgetFinding | undefined {
  const { legalWorkdays } = content;
  const { days } = rules.calendar;
  if (legalWorkdays === null || legalWorkdays === days) return undefined;
  return budgetFinding({
    id: 'calendar',
    severity: 'check',
    verdict: `${rules.year}年法定工作日按国家工作日历为${days}日，写的是${legalWorkdays}日`,
    detail: rules.calendar.notices.map((notice) => `来源：《${notice.title}》。`).join(''),
    places: ['total'],
    remedies: [{ key: 'use-calendar', text: `改用${days}日`, content: { ...content, legalWorkdays: days } }],
  });
}

function provisional({ rules }: BudgetFacts): BudgetFinding | undefined {
  if (!rules.calendar.provisional) return undefined;
  return budgetFinding({
    id: 'provisional',
    severity: 'wording',
    verdict: `${rules.year}年的工作日是暂算的`,
    detail: `${rules.calendar.days}日暂按周末推算，年度放假通知发布后重算。`,
    places: ['total'],
  });
}
