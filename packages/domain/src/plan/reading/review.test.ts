import { describe, expect, test } from 'vitest';
import type { ItemId, ReadingId } from '../../id.ts';
import { ok } from '../../result.ts';
import { parseInstant } from '../../time.ts';
import { readPlanText } from '../document/read-text.ts';
import { headOfDraft, itemOfDraft, rowOfDraft } from './accept.ts';
import type { Draft, DraftFieldKey } from './draft.ts';
import { fieldOf } from './draft.ts';
import { draftsOf } from './drafts-of.ts';
import { listAndTwoPlans, oneTable, seaside as facts } from './made-up-old-plan.ts';
import {
  confirmValues,
  correctionsOf,
  correctValue,
  evolveReading,
  openOf,
  type PlanReading,
  readDocument,
} from './reading.ts';

const text = (draft: Draft | undefined, key: DraftFieldKey) => (draft && fieldOf(draft, key)?.text) ?? '';

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
    const drafts = draftsOf(readPlanText(oneTable.replace('25%', '125%')), facts);
    const above = drafts.find(({ kind }) => kind === 'row');
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
