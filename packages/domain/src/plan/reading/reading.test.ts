import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemId, ReadingId } from '../../id.ts';
import { ok } from '../../result.ts';
import { parseInstant } from '../../time.ts';
import { cleanPlan, flattened, type MadeUpDocument, reordered, withCell } from '../document/made-up-document.ts';
import { readPlanText } from '../document/read-text.ts';
import type { Draft, DraftFieldKey, ReadingFacts } from './draft.ts';
import { fieldOf, needsEye } from './draft.ts';
import { draftsOf } from './drafts-of.ts';
import { headOfDraft, itemOfDraft, rowOfDraft } from './accept.ts';
import { listAndTwoPlans, oneTable, scheme, standingRule, unitsByNumber } from './made-up-old-plan.ts';
import {
  confirmValues,
  correctionsOf,
  correctValue,
  evolveReading,
  openOf,
  type PlanReading,
  readDocument,
} from './reading.ts';

const facts: ReadingFacts = {
  bureau: '望海县应急管理局',
  sectors: [
    { code: 'fireworks', label: '烟花爆竹' },
    { code: 'ships', label: '修造船' },
    { code: 'grain', label: '粮食' },
  ],
  rounding: 'ceil',
};
const readText = (text: string, of: ReadingFacts = facts) => draftsOf(readPlanText(text), of);
const draftsAs = (kind: Draft['kind'], drafts: readonly Draft[]) => drafts.filter((draft) => draft.kind === kind);
const text = (draft: Draft | undefined, key: DraftFieldKey) => (draft && fieldOf(draft, key)?.text) ?? '';
const eyes = (draft: Draft | undefined) => draft?.fields.filter(needsEye).map(({ key }) => key);

describe('an item list with an internal and a joint plan (LZ-15 to LZ-17)', () => {
  const drafts = readText(listAndTwoPlans);
  const [internal, joint] = draftsAs('row', drafts);
  const [wholesale, yards] = draftsAs('item', drafts);

  test('each row of the plan tables becomes a row, each line of the list an item', () => {
    expect(draftsAs('row', drafts).map(({ place }) => place)).toEqual(['附件2 第1行', '附件3 第1行']);
    expect(draftsAs('item', drafts).map(({ title }) => title)).toEqual([
      '对烟花爆竹批发企业的行政检查',
      '对修造船企业有限空间作业的行政检查',
    ]);
    expect(eyes(wholesale)).toEqual([]);
    expect(text(wholesale, 'contents')).toBe('1.许可证情况\n2.仓库安全距离情况');
    expect([text(wholesale, 'department'), text(wholesale, 'tier')]).toEqual(['县级应急管理部门', '县级']);
  });

  test('a ratio in the column of methods is told with both cells, and the methods come from the same item elsewhere', () => {
    expect(yards && fieldOf(yards, 'methods')).toMatchObject({
      text: '现场检查、查阅资料',
      state: 'repaired',
      reason: '「检查方式」栏里写的是抽查比例及频次，本栏没有内容，取附件2同一事项的「现场检查、查阅资料」',
      sources: [{ place: '附件1 第2行 检查方式' }, { place: '附件2 第1行 检查方式' }],
    });
    expect(yards && fieldOf(yards, 'ratio')).toMatchObject({
      text: '全年抽查比例不低于15%，每年抽查1次',
      state: 'unsure',
      sources: [
        { place: '附件1 第2行 抽查比例及频次' },
        {
          place: '附件1 第2行 检查方式',
          at: { kind: 'cell', table: 0, row: 1, column: 6 },
          text: '计划内100%，每年抽查1次',
        },
      ],
    });
    expect(eyes(yards)).toEqual(['methods', 'ratio']);
  });

  test('one amount written twice in a cell is one ratio', () => {
    expect(internal && fieldOf(internal, 'ratio')).toMatchObject({ text: '计划内30%，每年至少1次', state: 'read' });
  });

  test('without a column of its own the time is the text’s, the ratio the list’s and to be looked at', () => {
    expect(text(internal, 'window')).toBe('2031年1月1日至2031年10月31日');
    expect(internal && fieldOf(internal, 'window')?.sources).toMatchObject([
      { place: '正文三', at: { kind: 'paragraph' } },
    ]);
    expect(joint && fieldOf(joint, 'ratio')).toMatchObject({ text: '计划内100%，每年抽查1次', state: 'unsure' });
  });

  test('a department that the table names in full beside it is written in full', () => {
    expect(text(joint, 'partners')).toBe('东海市公安局望海分局');
    expect(text(joint, 'bodies')).toBe('望海县应急管理局、东海市公安局望海分局');
  });

  test('targets are shown with their sentence', () => {
    expect(draftsAs('promise', drafts).map((draft) => [draft.title, draft.place])).toEqual([
      ['抽查家数', '正文一'],
      ['联合抽查占比', '正文二'],
      ['完成期限', '正文三'],
    ]);
  });
});

describe('a row whose cells slid one column', () => {
  const rowWith = (cells: readonly string[]) =>
    draftsAs(
      'row',
      readText(
        `2031年抽查计划\n\n\t序号\n\t抽查任务名称\n\t抽查事项\n\t抽查对象\n\t事项类别\n\t检查方式\n\t抽查比例\n\t抽查时间\n\n${cells.map((cell) => `\t${cell}`).join('\n')}\n`,
      ),
    )[0];
  const whole = ['1', '渔港抽查', '对修造船企业的行政检查', '修造船企业', '一般检查', '现场检查', '20%', '2031年5月'];

  test('because a merged cell is gone is moved back, with the place it stood in', () => {
    const row = rowWith(whole.filter((cell) => cell !== '现场检查'));
    expect(row && fieldOf(row, 'ratio')).toMatchObject({
      text: '20%',
      state: 'repaired',
      reason: '这一格写在「检查方式」栏的位置，按内容移到「抽查比例」栏',
    });
    expect(row && fieldOf(row, 'window')).toMatchObject({ text: '2031年5月1日至2031年5月31日', state: 'repaired' });
    expect(eyes(row)).toEqual(['ratio', 'window']);
  });

  test('because an empty cell stands at the end is moved back as well', () => {
    const row = rowWith([...whole.filter((cell) => cell !== '现场检查'), '']);
    expect([text(row, 'ratio'), text(row, 'window')]).toEqual(['20%', '2031年5月1日至2031年5月31日']);
  });

  test('and two cells that changed places are changed back', () => {
    const row = rowWith([
      '1',
      '渔港抽查',
      '对修造船企业的行政检查',
      '修造船企业',
      '一般检查',
      '现场检查',
      '2031年5月',
      '20%',
    ]);
    expect([text(row, 'ratio'), text(row, 'window')]).toEqual(['20%', '2031年5月1日至2031年5月31日']);
    expect(row && fieldOf(row, 'ratio')?.reason).toBe('写在「抽查时间」栏，按内容移到「抽查比例」栏');
  });
});

describe('a plan of one table (ZZ-19)', () => {
  const drafts = readText(oneTable);

  test('is read without anything to look at but the items that it only names', () => {
    expect(draftsAs('row', drafts).flatMap(eyes)).toEqual(['sectors']);
    expect(
      draftsAs('row', drafts).map((row) => [text(row, 'selection'), text(row, 'ratio'), text(row, 'window')]),
    ).toEqual([
      ['定向', '25%', '2032年4月1日至2032年6月30日'],
      ['不定向', '10%', '2032年8月1日至2032年10月31日'],
    ]);
  });

  test('what the text lists in one sentence becomes the points of its items, to be looked at', () => {
    const [grain] = draftsAs('item', drafts);
    expect(grain && fieldOf(grain, 'contents')).toMatchObject({
      text: '1.制度建设\n2.应急救援\n3.教育培训',
      state: 'unsure',
    });
  });

  test('its head is the notice’s, and its papers those that the text cites', () => {
    const [head] = drafts;
    expect(
      ['title', 'documentNo', 'issuedOn', 'addressees', 'upstream', 'publicity'].map((key) =>
        text(head, key as DraftFieldKey),
      ),
    ).toEqual([
      '2032年双随机抽查工作计划',
      '望海应急发〔2032〕4号',
      '2032年2月9日',
      '各业务股室',
      '东政发〔2029〕12号',
      '此件公开发布',
    ]);
  });

  test('an object that no sector of the rules answers to is missing, with the words that were sought', () => {
    const [grain] = draftsAs('row', drafts);
    expect(grain && fieldOf(grain, 'sectors')).toMatchObject({
      state: 'missing',
      reason: '「全县粮库」对不上本局规则的行业类别',
    });
  });
});

test('a scheme gives one row for its industries and one item with its numbered contents, and says what it lacks (YS)', () => {
  const drafts = readText(scheme, {
    ...facts,
    sectors: [
      { code: 'grain', label: '粮食' },
      { code: 'ships', label: '船舶' },
    ],
  });
  const [row] = draftsAs('row', drafts);
  const [item] = draftsAs('item', drafts);
  expect(text(row, 'scope')).toBe('粮食、船舶、烟花等行业企业');
  expect([text(row, 'sectors'), text(row, 'initiator')]).toEqual(['粮食、船舶', '法规股']);
  expect(row && fieldOf(row, 'ratio')).toMatchObject({ state: 'missing', reason: '文件没有写比例或家数' });
  expect(text(item, 'contents')).toBe('1.机构和人员配备情况\n2.应急预案演练情况');
});

test('a standing rule gives a row for each key object, with the one ratio, in the year of its issue (GX)', () => {
  const drafts = readText(standingRule, {
    ...facts,
    sectors: [
      { code: 'grain', label: '粮食仓储' },
      { code: 'ships', label: '船舶修造' },
    ],
  });
  expect(draftsAs('row', drafts).map((row) => [text(row, 'scope'), text(row, 'ratio'), text(row, 'sectors')])).toEqual([
    ['粮食仓储企业', '计划内不低于40%', '粮食仓储'],
    ['船舶修造企业', '计划内不低于40%', '船舶修造'],
  ]);
  expect(draftsAs('item', drafts).map((item) => [text(item, 'category'), text(item, 'contents')])).toEqual([
    ['重点检查事项', '1.行政许可情况\n2.人员持证情况'],
    ['重点检查事项', '1.行政许可情况\n2.人员持证情况'],
  ]);
  expect(drafts[0] && fieldOf(drafts[0], 'year')).toMatchObject({ text: '2018', state: 'unsure' });
  expect(draftsAs('promise', drafts).map(({ title }) => title)).toEqual([
    '随机抽查占比',
    '每次重点占比',
    '每年抽查次数',
  ]);
});

test('a supervision plan gives a row for each industry of 重点 units and one for the 一般 ones (LS)', () => {
  const rows = draftsAs('row', readText(unitsByNumber));
  expect(rows.map((row) => [text(row, 'scope'), text(row, 'ratio'), text(row, 'level')])).toEqual([
    ['重点检查单位中的粮食仓储企业', '8家', '重点'],
    ['重点检查单位中的烟花爆竹企业', '9家', '重点'],
    ['一般检查单位', '30家', '一般'],
  ]);
});

describe('whatever the order of columns and rows', () => {
  const own: ReadingFacts = {
    bureau: '云岭县应急管理局',
    sectors: [
      { code: 'q', label: '采石场' },
      { code: 'p', label: '油品储存经营' },
    ],
    rounding: 'ceil',
  };
  const told = (document: MadeUpDocument) =>
    readText(flattened(document), own)
      .map((draft) =>
        [draft.key, ...draft.fields.map(({ key, text: says, state }) => `${key} ${state} ${says}`)].join('\n'),
      )
      .sort((one, other) => (one < other ? -1 : 1));
  const permuting = fc.array(fc.nat(), { maxLength: 12 }).map((seeds) => (length: number) => {
    const left = Array.from({ length }, (_, at) => at);
    return Array.from(
      { length },
      (_, at) => left.splice((seeds[at % Math.max(1, seeds.length)] ?? 0) % left.length, 1)[0] ?? 0,
    );
  });

  test('the drafts are the same', () => {
    const straight = told(cleanPlan);
    fc.assert(
      fc.property(permuting, (order) => {
        expect(told(reordered(cleanPlan, order))).toEqual(straight);
      }),
      { numRuns: 60 },
    );
  });

  test('a cell in the wrong column is repaired to the same value', () => {
    const lost = withCell(
      withCell(cleanPlan, '附件1', '2', '检查方式', '计划内20%，每年抽查1次'),
      '附件1',
      '2',
      '抽查比例及频次',
      '',
    );
    const straight = told(lost);
    expect(straight.join('\n')).toContain('ratio repaired 计划内20%，每年抽查1次');
    fc.assert(
      fc.property(permuting, (order) => {
        expect(told(reordered(lost, order))).toEqual(straight);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a reading', () => {
  const at =
    parseInstant('2031-03-01T01:00:00Z') ??
    (() => {
      throw new Error('no instant');
    })();
  const document = readPlanText(listAndTwoPlans);
  const begun = (): PlanReading => {
    const decision = readDocument({
      id: 'r1' as ReadingId,
      fileName: '旧计划.txt',
      fileHash: 'h',
      document,
      drafts: draftsOf(document, facts),
      at,
      by: '何书',
    });
    if (!decision.ok) throw new Error(decision.refusal.code);
    return evolveReading(null, decision.value);
  };
  const rowKey = (reading: PlanReading) => reading.drafts.filter(({ kind }) => kind === 'row')[1]?.key ?? '';
  const itemKey = (reading: PlanReading) => reading.drafts.filter(({ kind }) => kind === 'item')[1]?.key ?? '';

  test('is not kept of a document that says neither whom nor what to inspect', () => {
    const empty = readPlanText('会议纪要\n一、议题\n讨论食堂。');
    expect(
      readDocument({
        id: 'r1' as ReadingId,
        fileName: '纪要.txt',
        fileHash: 'h',
        document: empty,
        drafts: draftsOf(empty, facts),
        at,
        by: '何书',
      }),
    ).toMatchObject({
      refusal: { code: 'reading-empty' },
    });
  });

  test('counts what waits for an eye; a value that stands is confirmed, another one corrected', () => {
    const first = begun();
    expect(openOf(first)).toBe(3);
    const confirmed = confirmValues(first, { draft: itemKey(first), field: null });
    if (!confirmed.ok) throw new Error(confirmed.refusal.code);
    const second = evolveReading(first, confirmed.value);
    expect(openOf(second)).toBe(1);
    const corrected = correctValue(second, { draft: rowKey(second), field: 'ratio', text: '计划内50%' }, facts);
    if (!corrected.ok) throw new Error(corrected.refusal.code);
    const third = evolveReading(second, corrected.value);
    expect([openOf(third), correctionsOf(third)]).toEqual([0, 1]);
  });

  test('a ratio of more than all is neither read nor taken', () => {
    const above = draftsAs('row', readText(oneTable.replace('25%', '125%')))[0];
    expect(above && fieldOf(above, 'ratio')).toMatchObject({ state: 'missing', reason: '「125%」大于100%' });
    const reading = begun();
    expect(correctValue(reading, { draft: rowKey(reading), field: 'ratio', text: '计划内120%' }, facts)).toMatchObject({
      refusal: { code: 'reading-value-unreadable', field: '抽查比例及频次' },
    });
  });

  test('refuses a value that its field cannot hold, with what it should look like', () => {
    const reading = begun();
    expect(correctValue(reading, { draft: rowKey(reading), field: 'ratio', text: '若干' }, facts)).toMatchObject({
      refusal: {
        code: 'reading-value-unreadable',
        field: '抽查比例及频次',
        why: '写成20%、计划内100%、13家，可加「，每年至少1次」',
      },
    });
    expect(correctValue(reading, { draft: rowKey(reading), field: 'sectors', text: '煤矿' }, facts)).toMatchObject({
      refusal: { why: '本局规则没有「煤矿」，有烟花爆竹、修造船、粮食' },
    });
  });

  test('gives a row and an item only when nothing of them waits, with the catalogue’s own item where it has it', () => {
    const reading = begun();
    const [internal, joint] = reading.drafts.filter(({ kind }) => kind === 'row');
    const [wholesale, yards] = reading.drafts.filter(({ kind }) => kind === 'item');
    if (!internal || !joint || !wholesale || !yards) throw new Error('drafts missing');
    expect(rowOfDraft(joint, facts, { documentYear: 2031, year: 2031, items: [] })).toMatchObject({
      refusal: { code: 'reading-value-open', fields: ['抽查比例及频次'] },
    });
    const id = 'i2' as ItemId;
    expect(
      rowOfDraft(internal, facts, { documentYear: 2031, year: 2031, items: [{ id, title: text(internal, 'items') }] }),
    ).toMatchObject(
      ok({
        items: [{ itemId: id }],
        sectors: ['ships'],
        ratio: { base: 'plan', value: { n: 3, d: 10 }, frequency: { operator: '>=', times: 1 } },
        window: { from: '2031-01-01', to: '2031-10-31' },
      }),
    );
    expect(itemOfDraft(wholesale, facts)).toMatchObject(
      ok({
        points: ['许可证情况', '仓库安全距离情况'],
        category: 'priority',
        bases: [
          { title: '安全生产法', number: '', revision: '2021年修正', article: '第六十五条' },
          { title: '烟花爆竹安全管理条例', number: '国务院令第455号', revision: '2016年2月6日修订', article: '第四条' },
        ],
      }),
    );
  });

  test('taken into another year’s plan its rows keep their months, and its head loses number and date', () => {
    const drafts = draftsOf(readPlanText(oneTable), facts);
    const [head, , ships] = drafts;
    if (head === undefined || ships === undefined) throw new Error('drafts missing');
    expect(rowOfDraft(ships, facts, { documentYear: 2032, year: 2033, items: [] })).toMatchObject(
      ok({ name: '2033年修造船抽查', window: { from: '2033-08-01', to: '2033-10-31' } }),
    );
    expect(headOfDraft(head, facts, 2033)).toMatchObject(
      ok({ title: '2033年双随机抽查工作计划', documentNo: null, issuedOn: null, addressees: '各业务股室' }),
    );
    expect(headOfDraft(head, facts, 2032)).toMatchObject(
      ok({ documentNo: '望海应急发〔2032〕4号', issuedOn: '2032-02-09' }),
    );
  });
});
