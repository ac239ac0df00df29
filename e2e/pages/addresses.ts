import type { Desk } from './bureau.ts';

/** Real ids for the parts of a path that vary; an empty list where the bureau has none yet. */
type Ids = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;

/** What a bureau has of everything that a page can be about: one of each, and of the draws one at every stage. */
export async function idsOf({ ask, give }: Desk): Promise<Ids> {
  const rows = async (query: string, most = 1) => ((await ask(query))['rows'] ?? []).slice(0, most);
  const named = async (name: string, query: string) => (await rows(query)).map(({ id }) => ({ [name]: String(id) }));
  const plans = await named('planId', 'plan/list-plans?size=100');
  const planRows = await Promise.all(
    plans.map(async ({ planId = '' }) => {
      const { plan } = (await ask(`plan/show-plan?planId=${planId}`)) as unknown as {
        plan: { rows: { id: string }[] };
      };
      return [...plan.rows.slice(0, 1).map(({ id }) => ({ planId, rowId: id })), { planId, rowId: 'new' }];
    }),
  );
  const draws = new Map((await rows('draw/list-draws?size=100', 100)).map(({ status, id }) => [status, String(id)]));
  // The demonstration draws for every task it begins; a task without a draw is begun here.
  const [openable] = (await ask('task/list-tasks'))['openable'] ?? [];
  const tasks = openable === undefined ? [] : [await give('task/open-task', { planRowId: openable['planRowId'] })];
  const read = await give('reading/read-document', { fileName: '旧计划.txt', base64: base64Of(oldPlan) });
  return {
    '': [{}],
    readingId: [{ readingId: String(read['readingId']) }],
    planId: plans,
    'planId rowId': planRows.flat(),
    'planId withId': plans.map(({ planId = '' }) => ({ planId, withId: planId })),
    drawId: [...draws.values()].map((drawId) => ({ drawId })),
    taskId: tasks.map(({ taskId }) => ({ taskId: String(taskId) })),
    target: ['subject', 'inspector', 'region', 'industry', 'law', 'mapping', 'hazard', 'visit'].map((target) => ({
      target,
    })),
    key: [{ key: 'exclusion.rule' }],
    itemId: await named('itemId', 'catalogue/list-items'),
    subjectId: await named('subjectId', 'registry/list-subjects'),
    externalId: await named('externalId', 'draw/list-external-draws'),
    expertId: await named('expertId', 'registry/list-experts'),
    inspectorId: await named('inspectorId', 'registry/list-inspectors'),
    inspectionId: await named('inspectionId', 'inspection/list-inspections'),
  };
}

/** A made-up plan with a value that waits for an eye. */
const oldPlan = ['2021年抽查计划', '', ...['序号', '抽查事项', '抽查对象', '抽查比例'].map((cell) => `\t${cell}`), '']
  .concat(['1', '对渡口的行政检查', '渡口', '若干'].map((cell) => `\t${cell}`))
  .join('\n');
const base64Of = (text: string) => Buffer.from(text).toString('base64');

/** The addresses that a path has in this bureau; a part that nobody knows is a page that nobody visits. */
export function addressesOf(written: string, ids: Ids): readonly string[] {
  const parts = [...written.matchAll(/\$(\w+)/g)].map(([, name]) => name ?? '');
  const known = ids[parts.join(' ')];
  if (known === undefined) throw new Error(`no ids are known for ${written}; add them to e2e/pages/addresses.ts`);
  return known.map((values) => written.replace(/\$(\w+)/g, (_, name: string) => values[name] ?? ''));
}

/** Whose page it is. */
export function roleFor(written: string): string {
  if (written === '/account' || written === '/account/new') return 'administrator';
  if (written === '/audit') return 'auditor';
  if (written.endsWith('/approval')) return 'deputyDirector';
  return 'legalClerk';
}
