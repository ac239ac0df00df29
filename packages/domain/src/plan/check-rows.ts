import { alternativesOf, isFraction, keepsRatio, percentOf, resolvePolicy, shareText } from '../policy/index.ts';
import { parseCalendarDate } from '../time.ts';
import { contentOfRow } from './check-frequency.ts';
import type { ItemFacts, PlanFacts } from './facts.ts';
import { baseOf, countOf } from './facts.ts';
import type { Finding, Remedy } from './finding.ts';
import { finding } from './finding.ts';
import type { PlanRow, RowItem } from './plan.ts';
import { dayText, rowName, windowText } from './words.ts';

/** Each rule that one row of the plan table, its item and the registry decide. */
export function checkRows(facts: PlanFacts): readonly Finding[] {
  return facts.plan.rows.flatMap((row) => [
    ...windowBeforeIssue(facts, row),
    ...windowAfterOwnDeadline(facts, row),
    ...itemNarrowerThanScope(facts, row),
    ...scopeNarrowerThanBase(row),
    ...itemsNotListed(facts, row),
    ...nothingToDraw(facts, row),
    ...belowRatio(facts, row),
  ]);
}

/** Windows are written in months, so a window is early when its first month is (ZZ b). */
function windowBeforeIssue({ plan }: PlanFacts, row: PlanRow): readonly Finding[] {
  const issued = plan.issuedOn;
  if (issued === null || row.window.from.slice(0, 7) >= issued.slice(0, 7)) return [];
  const issuedMonth = Number(issued.slice(5, 7));
  const firstMonth = Number(row.window.from.slice(5, 7));
  const sameYear = row.window.from.slice(0, 4) === issued.slice(0, 4);
  const early = sameYear
    ? Array.from({ length: issuedMonth - firstMonth }, (_, index) => `${firstMonth + index}月`).join('、')
    : dayText(row.window.from);
  const from = parseCalendarDate(`${issued.slice(0, 8)}01`);
  const content = contentOfRow(row);
  const later = from === undefined || from > row.window.to ? null : { ...row.window, from };
  return [
    finding({
      rule: 'C-16',
      id: `window-before-issue:${row.id}`,
      verdict: `${rowName(row)}的时间早于计划印发日`,
      detail: `「${windowText(row.window)}」含${early}，计划${dayText(issued)}印发。`,
      rows: [row.id],
      tag: '时间早于印发日',
      remedies:
        later === null
          ? []
          : [
              {
                key: 'from-issue',
                text: `改为${windowText(later)}`,
                does: {
                  kind: 'change',
                  changes: [{ kind: 'row', rowId: row.id, content: { ...content, window: later } }],
                },
              },
            ],
    }),
  ];
}

/** 区级发起的任务11月底前完成 (LZ-07). */
function windowAfterOwnDeadline({ plan, policy }: PlanFacts, row: PlanRow): readonly Finding[] {
  const until = resolvePolicy(policy, 'deadline.ownTasks');
  if (until.value.kind !== 'month-day') return [];
  const pad = (part: number) => String(part).padStart(2, '0');
  const last = parseCalendarDate(`${plan.year}-${pad(until.value.month)}-${pad(until.value.day)}`);
  if (last === undefined || row.window.to <= last) return [];
  const window = { ...row.window, to: last };
  return [
    finding({
      rule: 'C-56',
      id: `window-after-deadline:${row.id}`,
      verdict: `${rowName(row)}的时间晚于本级任务的完成期限`,
      detail: `「${windowText(row.window)}」到${dayText(row.window.to)}，本级任务最晚${dayText(last)}完成。`,
      rows: [row.id],
      tag: '时间晚于期限',
      remedies: [
        {
          key: 'until-deadline',
          text: `改到${dayText(last)}`,
          does: {
            kind: 'change',
            changes: [{ kind: 'row', rowId: row.id, content: { ...contentOfRow(row), window } }],
          },
        },
      ],
    }),
  ];
}

const limitingBracket = /（((?:带|限|仅|含|具有|设有|第)[^（）]+)）/;

/** The limit that an item or a scope writes in brackets: 「（带仓储设施）」. */
function limitOf(text: string): string | undefined {
  return limitingBracket.exec(text)?.[1];
}

/** An item limited to a part of what the scope names; the base may be smaller than counted (ZZ c, LZ 5). */
function itemNarrowerThanScope(facts: PlanFacts, row: PlanRow): readonly Finding[] {
  const limit = row.items.map((item) => limitOf(item.title)).find((found) => found !== undefined);
  if (limit === undefined || row.scope.includes(limit)) return [];
  const base = baseOf(row, facts.baseCounts);
  const scope = `${row.scope}（${limit}）`;
  return [
    finding({
      rule: 'C-07',
      id: `item-narrower:${row.id}`,
      verdict: `${rowName(row)}的事项比对象范围窄`,
      detail: `事项限「${limit}」，范围写全部${base}家；底数可能不到${base}家。`,
      rows: [row.id],
      tag: '事项与范围不一致',
      remedies: [
        {
          key: 'keep-scope',
          text: `按${base}家`,
          does: { kind: 'keep', reason: `按对象范围全部${base}家抽取，抽中后只查所涉事项` },
        },
        {
          key: 'narrow-scope',
          text: `只留${limit}的`,
          does: { kind: 'change', changes: [{ kind: 'row', rowId: row.id, content: { ...contentOfRow(row), scope } }] },
        },
      ],
    }),
  ];
}

/** A scope that is limited in words counts its base by sectors all the same, so the base needs a person's look. */
function scopeNarrowerThanBase(row: PlanRow): readonly Finding[] {
  const limit = limitOf(row.scope);
  if (limit === undefined) return [];
  return [
    finding({
      rule: 'C-57',
      mends: ['按范围另数底数', '范围改为名录库有的类别'],
      id: `scope-narrower:${row.id}`,
      verdict: `${rowName(row)}的范围有限定，名录库没有这一分类`,
      detail: `范围限「${limit}」，底数按类别数得，可能偏大。`,
      rows: [row.id],
      tag: '底数待核',
    }),
  ];
}

const otherVisits = ['督查', '督导', '观摩', '暗访', '考察'];

/** 未公布的事项不得检查 (N-01, N-18): below this floor nothing is kept, the row must name a published item. */
function itemsNotListed(facts: PlanFacts, row: PlanRow): readonly Finding[] {
  return row.items.flatMap((item, index) => {
    const listed = facts.items.find((candidate) => candidate.id === item.itemId);
    if (listed?.published === true) return [];
    const other = otherVisits.find((word) => item.title.includes(word));
    const why = listed === undefined ? reasonNotListed(item, other) : `「${item.title}」还没有公布`;
    return [
      finding({
        rule: 'C-53',
        mends: ['改用清单里的事项', '先在抽查事项清单中公布'],
        id: `item-not-listed:${row.id}:${index}`,
        verdict: listed === undefined ? `${rowName(row)}的事项不在抽查事项清单中` : `${rowName(row)}的事项还没有公布`,
        detail: `${why}；未公布的事项不得检查。`,
        rows: [row.id],
        tag: listed === undefined ? '事项不在清单中' : '事项未公布',
        remedies: replacements(facts, row, index),
        dismissible: false,
      }),
    ];
  });
}

function reasonNotListed(item: RowItem, other: string | undefined): string {
  return other === undefined ? `「${item.title}」不在清单中` : `「${item.title}」写的是「${other}」，不是行政检查事项`;
}

function replacements(facts: PlanFacts, row: PlanRow, index: number): readonly Remedy[] {
  const fits = facts.items.filter(
    (item) => item.published && row.sectors.every((sector) => item.sectors.includes(sector)),
  );
  return fits.slice(0, 3).map((item) => ({
    key: `use-item-${item.id}`,
    text: fits.length === 1 ? '改用清单事项' : `改用「${item.title}」`,
    does: { kind: 'change', changes: [{ kind: 'row', rowId: row.id, content: withItem(row, index, item) }] },
  }));
}

function withItem(row: PlanRow, index: number, { id, title }: ItemFacts) {
  const items = row.items.map((item, at) => (at === index ? { itemId: id, title } : item));
  return { ...contentOfRow(row), items };
}

function nothingToDraw(facts: PlanFacts, row: PlanRow): readonly Finding[] {
  const base = baseOf(row, facts.baseCounts);
  const count = countOf(row, facts.baseCounts);
  if (base > 0 && count > 0 && count <= base) return [];
  const detail =
    base === 0
      ? '所选类别在名录库中没有企业。'
      : count === 0
        ? `底数${base}家，按比例一家也抽不到。`
        : `底数${base}家，计划抽${count}家。`;
  return [
    finding({
      rule: 'C-54',
      mends: ['改类别或比例', '先补录名录库'],
      id: `nothing-to-draw:${row.id}`,
      verdict: count > base && base > 0 ? `${rowName(row)}的家数多于底数` : `${rowName(row)}没有可抽的企业`,
      detail,
      rows: [row.id],
      tag: '家数与底数不符',
      dismissible: false,
    }),
  ];
}

/** Rounded down, a ratio can fall below what the plan promises: 8 of 41 are 19.51 %. */
function belowRatio(facts: PlanFacts, row: PlanRow): readonly Finding[] {
  const base = baseOf(row, facts.baseCounts);
  const count = countOf(row, facts.baseCounts);
  const { ratio } = row;
  if (base === 0 || !isFraction(ratio.value) || keepsRatio(ratio, base, count)) return [];
  const up = alternativesOf(ratio, base).find((alternative) => alternative.rounding === 'ceil');
  return [
    finding({
      rule: 'C-55',
      id: `below-ratio:${row.id}`,
      severity: ratio.operator === '>=' ? 'must' : 'check',
      verdict: `${rowName(row)}的家数低于计划比例`,
      detail: `抽${count}家是${shareText(count, base, 2)}，计划比例${percentOf(ratio.value)}。`,
      rows: [row.id],
      tag: '低于计划比例',
      remedies:
        up === undefined
          ? []
          : [
              {
                key: 'round-up',
                text: `进一，抽${up.number}家`,
                does: {
                  kind: 'change',
                  changes: [
                    {
                      kind: 'row',
                      rowId: row.id,
                      content: { ...contentOfRow(row), ratio: { ...ratio, rounding: 'ceil' } },
                    },
                  ],
                },
              },
            ],
    }),
  ];
}
