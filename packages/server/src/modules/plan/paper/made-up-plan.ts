/** For the tests: an approved plan with an internal and a joint row, in a bureau that is not there. */
import type {
  Clause,
  ItemId,
  PersonId,
  Plan,
  PlanFacts,
  PlanId,
  PlanRow,
  PlanRowId,
  PolicyRules,
} from '@mingchou/domain';
import { instantOf, parseCalendarDate } from '@mingchou/domain';

function on(text: string) {
  const date = parseCalendarDate(text);
  if (date === undefined) throw new Error(`not a date: ${text}`);
  return date;
}

const clause: Clause = { source: '2030年抽查工作计划', place: '六', verified: true };
const by = { personId: 'person' as PersonId, name: '何书', at: instantOf(Date.UTC(2030, 2, 1)) };

export function madeUpRow(no: number, changes: Partial<PlanRow> = {}): PlanRow {
  return {
    id: `row-${no}` as PlanRowId,
    no,
    name: `2030年第${no}项双随机抽查计划`,
    selection: 'targeted',
    items: [{ itemId: 'item' as ItemId, title: '对演示企业的行政检查' }],
    scope: '全县演示企业',
    sectors: ['shop'],
    level: 'all',
    ratio: { operator: '=', base: 'sector-registry', value: { n: 20, d: 100 }, rounding: 'ceil', frequency: null },
    rounds: 1,
    window: { from: on('2030-04-01'), to: on('2030-06-30') },
    initiator: '演示县应急管理局',
    partners: [],
    base: 41,
    approvedCount: 9,
    ...changes,
  };
}

export function madeUpPlan(rows: readonly PlanRow[], own: PolicyRules = {}): PlanFacts & { readonly plan: Plan } {
  const sectors = [
    { code: 'shop', label: '门店', short: '门店', key: false },
    { code: 'store', label: '仓库', short: '仓库', key: false },
  ];
  return {
    plan: {
      id: 'plan' as PlanId,
      year: 2030,
      title: '2030年抽查工作计划',
      documentNo: '演应急发〔2030〕5号',
      issuedOn: on('2030-03-03'),
      addressees: '各股室',
      upstream: ['国发〔2019〕5号', '安全生产法'],
      publicity: 'published',
      imprint: { copies: '演示市应急管理局，县政府办公室、县公安局', office: '', printedOn: null },
      edition: 1,
      rows,
      constraints: [{ key: 'team', clause, rule: { kind: 'min-inspectors', count: 2 } }],
      dismissals: [],
      createdBy: by,
      status: 'approved',
      submitted: by,
      legalReview: { kind: 'reviewed', by, opinion: '' },
      approved: by,
    },
    policy: {
      bureau: '演示县应急管理局',
      effectiveOn: on('2030-01-01'),
      province: {},
      own: { sectors: { value: sectors, clause }, ...own },
    },
    baseCounts: [
      { sector: 'shop', level: 'ordinary', count: 41 },
      { sector: 'store', level: 'ordinary', count: 92 },
    ],
    items: [],
  };
}

/** The same plan after its first amendment: row 2 draws more, row 3 is gone, row 4 is new. */
export function madeUpAmendment(former: Plan): Plan {
  const rows = former.rows
    .filter((row) => row.no !== 3)
    .map((row) =>
      row.no === 2 ? { ...row, ratio: { ...row.ratio, value: { n: 30, d: 100 } }, approvedCount: 13 } : row,
    );
  const sent = { to: '演示县人民政府', sentOn: on('2030-05-06'), recorded: by };
  return {
    ...former,
    id: 'amended' as PlanId,
    documentNo: '演应急发〔2030〕9号',
    issuedOn: on('2030-05-20'),
    rows: [...rows, madeUpRow(4, { name: '2030年仓库补充抽查' })],
    amendment: {
      no: 1,
      former: former.id,
      reason: '新增仓储企业、执法力量调整。',
      effectiveOn: on('2030-06-01'),
      lastNo: 3,
    },
    status: 'approved',
    submitted: by,
    legalReview: { kind: 'reviewed', by, opinion: '' },
    approved: by,
    government: {
      sent,
      answeredOn: on('2030-05-10'),
      documentNo: '演政批〔2030〕7号',
      opinion: '',
      file: null,
      recorded: by,
    },
  };
}
