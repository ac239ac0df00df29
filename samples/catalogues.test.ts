import { readFileSync } from 'node:fs';
import path from 'node:path';
import { itemContent, policyProfile } from '@mingchou/contract';
import type { CatalogueFacts, ItemContent, ItemId } from '@mingchou/domain';
import {
  addItem,
  basisText,
  defaultLaws,
  evolveItem,
  groupsOf,
  lawStatusTerms,
  instantOf,
  publishItem,
  resolvePolicy,
} from '@mingchou/domain';
import { describe, expect, test } from 'vitest';

const names = ['lz', 'zz', 'ys', 'gx', 'ls'] as const;

function json<T>(folder: string, name: string): T {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, folder, `${name}.json`), 'utf8')) as T;
}

/** The items as the command takes them: check points numbered, the name under `title`. */
function itemsOf(name: string): readonly ItemContent[] {
  const { items } = json<{ items: readonly { name: string; checkItems: readonly object[] }[] }>('catalogues', name);
  return items.map((item) => {
    const { name: title, checkItems, ...rest } = item;
    const { no: _no, ...columns } = rest as Record<string, unknown>;
    return itemContent.parse({
      ...columns,
      title,
      checkItems: checkItems.map((point, at) => ({ ...point, no: at + 1 })),
    });
  });
}

function factsOf(name: string): CatalogueFacts {
  const sectors = resolvePolicy(policyProfile.parse(json('policies', name)), 'sectors').value;
  return { titles: [], sectors: sectors.map((sector) => sector.code) };
}

test.each(names)('every item of %s can be added under its policy and published as it stands', (name) => {
  for (const content of itemsOf(name)) {
    const added = addItem('item' as ItemId, content, factsOf(name));
    if (!added.ok) throw new Error(`${content.title}: ${added.refusal.code}`);
    expect(
      publishItem(evolveItem(null, added.value), instantOf(0), '经办', { mappings: [], ceiling: null }),
    ).toMatchObject({ ok: true });
  }
});

test.each(names)('every item of %s hangs under a duty item and names what it may be punished by', (name) => {
  for (const item of itemsOf(name)) {
    expect(item.dutyItem, item.title).not.toBe('');
    expect(item.liability, item.title).not.toBe('');
  }
});

const lines = (file: string): readonly (readonly string[])[] =>
  readFileSync(path.join(import.meta.dirname, 'catalogues', file), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

test.each(names)('every item of %s is mapped to a duty item, under the name it bears in the list (LZ-24)', (name) => {
  const mapped = lines(`mappings/${name}.csv`).map(([title, code, duty]) => [title, code !== '', duty]);
  expect(mapped).toEqual(itemsOf(name).map((item) => [item.title, true, item.dutyItem]));
});

test.each([
  ['lz', 22],
  ['zz', 5 * 4],
  ['ys', 29],
  ['gx', 25 * 3],
  ['ls', 11],
] as const)('every check point of %s has its wording, evidence and measure, and its hazards exist', (name, count) => {
  const points = itemsOf(name).flatMap((item) => item.checkItems);
  const hazards = lines('hazards.csv').map(([code]) => code);
  expect(points).toHaveLength(count);
  for (const { text, pass, fail, evidence, measure, hazards: named } of points) {
    for (const wording of [pass, fail, evidence, measure]) expect(wording, text).not.toBe('');
    for (const code of named) expect(hazards, text).toContain(code);
  }
});

test.each([
  ['ys', 1, 10, [6, 2, 5, 2, 3, 2, 5, 2, 1, 1]],
  ['gx', 3, 14, [2, 1, 1, 2, 2, 1, 2, 1, 3, 2, 3, 1, 3, 1]],
] as const)(
  'each list of %s goes through its document’s groups, clause by clause (YS-06)',
  (name, lists, all, counts) => {
    const items = itemsOf(name);
    expect(items).toHaveLength(lists);
    for (const { checkItems } of items) {
      const groups = groupsOf(checkItems);
      expect(new Set(groups.map(({ group }) => group)).size).toBe(all);
      expect(groups.map(({ points }) => points.length)).toEqual(counts);
      expect(new Set(checkItems.map(({ text }) => text)).size).toBe(checkItems.length);
    }
  },
);

test('only a text that fails has blanks: a point that is kept is recorded as it stands', () => {
  const points = names.flatMap((name) => itemsOf(name).flatMap((item) => item.checkItems));
  expect(points.filter(({ pass }) => pass.includes('____'))).toEqual([]);
  expect(points.filter(({ fail }) => !fail.includes('____')).map(({ fail }) => fail)).toEqual([]);
});

describe('临淄, annex 1', () => {
  const items = itemsOf('lz');

  test('the five items have 5, 3, 4, 6 and 4 check points, 22 together (LZ-23)', () => {
    expect(items.map((item) => item.checkItems.length)).toEqual([5, 3, 4, 6, 4]);
  });

  test('two are 重点 and three 一般 (LZ-18), each with its methods (LZ-19) and its tier (LZ-21)', () => {
    expect(items.map((item) => item.category)).toEqual(['priority', 'ordinary', 'ordinary', 'priority', 'ordinary']);
    for (const item of items) {
      expect(item.methods).toEqual(['查阅资料', '现场检查']);
      expect(item.tier).not.toBe('');
    }
  });

  test('each rests on 安全生产法 or the regulation of its field, with article (LZ-22)', () => {
    const texts = items.flatMap((item) => item.legalBases.map(basisText));
    expect(texts.some((text) => text.includes('安全生产法》（2021年第三次修正）第六十五条'))).toBe(true);
    expect(items.every((item) => item.legalBases.length >= 2)).toBe(true);
  });
});

test('the library that the program brings is the one of the demonstration, row by row', () => {
  const written = defaultLaws.map((law) => [
    ...[law.title, law.revision, law.number, law.from ?? '', law.to ?? '', lawStatusTerms[law.status]],
    ...[law.successor ?? '', law.verified ? '是' : '否', law.source],
  ]);
  expect(written).toEqual(lines('laws.csv'));
});
