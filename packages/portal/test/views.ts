import type {
  PortalAttempt,
  PortalBureau,
  PortalDraw,
  PortalItemList,
  PortalPlan,
  PortalResult,
  PublicDeadline,
} from '@mingchou/contract';
import type { Progress } from '../src/words/progress.ts';
import { plainDisplay, type Site } from '../src/site.ts';

/** Made-up views for the tests of the pages; each builder gives a valid thing by default. */
export const bureau = (change: Partial<PortalBureau> = {}): PortalBureau => ({
  slug: 'changzi',
  name: '长子县应急管理局',
  terms: {
    ...{ section: '股室', legalSection: '法规股', sectionChief: '股长' },
    ...{ subject: '抽查对象', inspector: '执法人员', deputyDirector: '分管领导' },
  },
  supervisor: '县纪委监委派驻纪检监察组',
  correctionContact: '长子县应急管理局法规股',
  guide: [{ title: '抽查从哪里来', paragraphs: ['每年先公开年度抽查计划。'], clause: null }],
  ...change,
});

export const site = (change: Partial<Site> = {}): Site => ({
  bureau: bureau(),
  today: '2022-05-06',
  now: '2022-05-06T02:20:00Z',
  display: plainDisplay,
  demonstration: true,
  ...change,
});

const rows = [
  ['煤矿', '煤矿企业', '100%', 6, 6, '6×100%＝6，6家', '01-01', '12-31'],
  ['危险化学品生产经营', '危险化学品生产经营企业', '20%', 41, 9, '41×20%＝8.2，进一，9家', '04-01', '06-30'],
  ['冶金工贸', '冶金工贸企业', '10%', 55, 6, '55×10%＝5.5，进一，6家', '07-01', '09-30'],
  ['洗（储）煤厂', '洗（储）煤厂', '10%', 31, 4, '31×10%＝3.1，进一，4家', '10-01', '12-31'],
] as const;

export const plan = (): PortalPlan => ({
  year: 2022,
  title: '2022年“双随机、一公开”抽查工作计划',
  documentNo: '长子应急发〔2022〕23号',
  issuedOn: '2022-03-03',
  publishedAt: '2022-03-03T08:00:00Z',
  rows: rows.map(([name, objects, ratio, base, count, sum, from, to], index) => ({
    no: index + 1,
    taskName: `2022年${name}双随机抽查计划`,
    selection: 'targeted',
    item: `对${objects}安全生产的行政检查`,
    objects,
    scope: `全县${objects}`,
    ratio,
    base,
    count,
    sum,
    from: `2022-${from}`,
    to: `2022-${to}`,
    department: '长子县应急管理局',
  })),
});

const drawn = [
  ['宙字号化工经营部', '91140428XX1002227Y', '0773a027'],
  ['张字号化工经营部', '91140428XX100592XG', '09e4987c'],
  ['月字号加油站', '91140428XX1003705A', '0efce700'],
  ['冬字号加油站', '91140428XX10085141', '1171a513'],
  ['金字号加油站', '91140428XX1015175M', '1398c794'],
  ['往字号加油站', '91140428XX1007407C', '1b3eeda2'],
  ['天字号精细化工厂', '91140428XX1000379H', '21ebbb52'],
  ['宇字号加油站', '91140428XX1001857W', '2f30c207'],
  ['地字号化工助剂厂', '91140428XX100074X3', '3b6b3eab'],
  ['阳字号加油站', '91140428XX1011844A', '455c4124'],
  ['雨字号加油站', '91140428XX10133211', '4635a7b2'],
  ['藏字号化工经营部', '91140428XX1008880W', '46fbb602'],
] as const;

export const draw = (change: Partial<PortalDraw> = {}): PortalDraw => ({
  id: '0190a1b2-0000-7000-8000-000000000002',
  drawNo: 2,
  year: 2022,
  planRowNo: 2,
  taskName: '2022年危险化学品生产经营企业双随机抽查计划',
  objects: '危险化学品生产经营企业',
  status: 'dispatched',
  suite: 'sha256',
  counts: { pool: 41, excluded: 2, eligible: 39, selected: 9, reserves: 3 },
  strata: [{ code: 'hazchem', name: '危险化学品', eligible: 39, size: 9 }],
  exclusions: [{ reason: '已停业', count: 2 }],
  frozen: { at: '2022-04-01T08:20:00Z', by: '何书' },
  commitment: {
    hash: '5ff3bb476c3196a5e7916a4a116c4326d7f54c127aa8cf6f7378663608d207da',
    at: '2022-04-02T01:00:00Z',
    by: '何书',
    approvedBy: null,
    openAt: '2022-04-06T02:00:00Z',
    logIndex: 37,
  },
  sources: [
    {
      kind: 'dice',
      label: '当众投骰子',
      sealed: null,
      value: '40719365028841736259',
      recordedAt: '2022-04-06T02:01:00Z',
      recordedBy: '何书',
      confirmedBy: '施核',
    },
    {
      kind: 'witness',
      label: '见证人张见（县纪委监委派驻组）',
      sealed: 'aa'.repeat(32),
      value: '5e0c27a94d18b6f3a27f90c3e1d84b65',
      recordedAt: '2022-04-06T02:06:00Z',
      recordedBy: null,
      confirmedBy: null,
    },
  ],
  drawn: {
    at: '2022-04-06T02:06:00Z',
    by: '何书',
    seed: '4267f408f081b72554b3dd62c6247287d5b3f05448b92406205ea3b079dbda56',
    sampleKey: '3795d80a86356cd4046f01d14fa4f8fb',
  },
  dispatchedAt: '2022-04-07T01:00:00Z',
  objectsDrawn: drawn.map(([name, code, ticket], index) => ({
    kind: index < 9 ? 'selected' : 'reserve',
    order: index < 9 ? index + 1 : index - 8,
    name: `长子县${name}`,
    code,
    stratum: 'hazchem',
    ticket: `${ticket}${'0'.repeat(56)}`,
  })),
  vacantSeats: 0,
  amendments: [],
  voided: null,
  bundle: { file: 'draw-2-3f9a1c20.zip', bytes: 16_384, sha256: '3f9a1c20'.repeat(8) },
  ...change,
});

export const deadline = (event: string, last: string): PublicDeadline => ({
  event,
  startEvent: '检查结束',
  length: { n: 7, unit: 'workday' },
  last,
  clause: { source: '2022年抽查工作计划', place: '七（一）' },
  provisional: false,
});

export const progress = (change: Partial<Progress> = {}): Progress => ({
  drawNo: 2,
  code: '91140428XX1003705A',
  name: '长子县月字号加油站',
  step: 'ended',
  endedOn: '2022-04-22',
  deadline: deadline('2022-04-22', '2022-05-05'),
  disclosedOn: null,
  note: '检查记录退回补正',
  remaining: { kind: 'overdue', workdays: 1 },
  ...change,
});

export const result = (change: Partial<PortalResult> = {}): PortalResult => ({
  id: '0190a1b2-0000-7000-8000-0000000000aa',
  drawNo: 2,
  drawYear: 2022,
  order: 1,
  planName: '2022年“双随机、一公开”抽查工作计划',
  taskName: '2022年危险化学品生产经营企业双随机抽查计划',
  selection: 'targeted',
  authority: '长子县应急管理局',
  name: '长子县宙字号化工经营部',
  code: '91140428XX1002227Y',
  completedOn: '2022-04-20',
  category: { code: '1', name: '未发现问题' },
  findings: '',
  inspectors: [{ name: '冯八', certificateNo: '04080001' }],
  deadline: deadline('2022-04-20', '2022-04-29'),
  disclosedAt: '2022-04-26T02:00:00Z',
  disclosedOn: '2022-04-26',
  daysUsed: 4,
  late: false,
  ...change,
});

export const items = (): PortalItemList => ({
  year: 2022,
  publishedAt: '2022-03-03T08:00:00Z',
  items: [
    {
      no: 1,
      category: '危险化学品',
      name: '化工企业和危险化学品生产、经营企业监督检查',
      importance: 'priority',
      objects: '危险化学品生产经营企业',
      method: '现场检查',
      frequency: '20%',
      bases: ['《安全生产法》（2021年修正）第六十五条'],
      checkItems: ['安全生产责任制建立情况', '可燃气体检测报警器运行情况'],
    },
  ],
});

/** A year with everything that can happen: void before and after, a silent witness, amendments, an open one, a gap. */
export const attempts = (): { readonly draws: readonly PortalDraw[]; readonly attempts: readonly PortalAttempt[] } => {
  const voided = { at: '2022-05-04T03:00:00Z', reason: '见证人没有揭示：到10时30分仍未揭示', approver: '吕审' };
  const change = { at: '2022-04-11T07:30:00Z', approver: '吕审' };
  const numbered = (drawNo: number, voidedBefore = false): PortalAttempt => ({
    ...{ drawNo, year: 2022, preparedAt: '2022-03-10T01:00:00Z' },
    voided: voidedBefore ? { at: '2022-03-11T01:00:00Z', reason: '名单有误', approver: '吕审' } : null,
  });
  const open = { drawn: null, dispatchedAt: null, objectsDrawn: [], bundle: null };
  return {
    draws: [
      draw({ drawNo: 6, objects: '洗（储）煤厂', ...open, status: 'collecting' }),
      draw({
        ...{ drawNo: 5, objects: '冶金工贸企业', ...open, status: 'voided', voided },
        silent: ['见证人孔证（县个体私营企业协会）'],
      }),
      draw({
        ...{ seats: 18, spread: { sectors: sectorsDrawn, visits: [3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 0, 0] } },
        amendments: [
          { ...change, kind: 'recusal', seq: 1, filled: true, text: '1名执法人员回避（近亲属关系），由签序下一位补上' },
          {
            ...{ ...change, kind: 'substitution', seq: 2, filled: true },
            text: '长子县天字号精细化工厂不能检查（已关闭注销），由候补第1家长子县阳字号加油站递补',
          },
        ],
      }),
    ],
    attempts: [numbered(1, true), numbered(2), numbered(4, true), numbered(5), numbered(6), numbered(7)],
  };
};

const sectorsDrawn = [
  { name: '危化生产', stratum: 'hazchem', eligible: 2, selected: 1 },
  { name: '危化经营', stratum: 'hazchem', eligible: 37, selected: 8 },
];
