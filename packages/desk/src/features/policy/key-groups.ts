import { type PolicyKey, policyKeys } from '@mingchou/domain';

/** The keys in the order of the work: before the draw, the draw, the visit, afterwards. */
const ordered: readonly { readonly title: string; readonly keys: readonly PolicyKey[] }[] = [
  { title: '底册与用语', keys: ['sectors', 'terms', 'result.categories', 'registry.approval'] },
  {
    title: '计划',
    keys: [
      ...([
        'plan.genre',
        'plan.governmentApproval',
        'plan.filing',
        'ratio.rule',
        'ratio.base',
        'ratio.rounding',
        'target.count',
        'ratio.ordinaryCeiling',
        'quota.joint',
      ] as const),
      ...(['coverage.key', 'frequency.perObject', 'priority.rules', 'frequency.cap', 'deadline.ownTasks'] as const),
      ...(['exclusion.rule', 'exclusion.openTask'] as const),
    ],
  },
  { title: '工作日测算', keys: ['budget.kinds', 'budget.enforcementShare', 'budget.keyShare'] },
  {
    title: '抽取',
    keys: [
      ...(['draw.platform', 'draw.operatorRole', 'draw.type', 'draw.sources', 'draw.reserve'] as const),
      ...(['quota.keySharePerDraw', 'draw.sealing'] as const),
    ],
  },
  {
    title: '检查',
    keys: ['team.minInspectors', 'inspector.eligibility', 'recusal.decider', 'recusal.covers', 'legalReview.scope'],
  },
  {
    title: '公示与归档',
    keys: [
      ...(['disclosure.normal.deadline', 'disclosure.normal.startEvent', 'disclosure.problem.deadline'] as const),
      ...(['deadline.rollOver', 'disclosure.channels', 'disclosure.publisher', 'archive.handover'] as const),
    ],
  },
];

/** Every key in its group; one that has no place yet stands at the end, so that none is ever left out. */
export const keyGroups: typeof ordered = (() => {
  const placed = new Set(ordered.flatMap(({ keys }) => keys));
  const rest = policyKeys.filter((key) => !placed.has(key));
  return rest.length === 0 ? ordered : [...ordered, { title: '其他', keys: rest }];
})();
