import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SectionId } from '../id.ts';
import { ok, refuse } from '../result.ts';
import { moveSection, type Section, sectionTree } from './section.ts';

const id = (name: string) => `s-${name}` as SectionId;
const section = (name: string, parent: string | null = null): Section => ({
  ...{ id: id(name), name, parentId: parent === null ? null : id(parent) },
});
const brigade = [section('执法大队'), section('一中队', '执法大队'), section('巡查组', '一中队'), section('法规股')];

test('a section is put under another, and back to the top', () => {
  expect(moveSection(brigade, id('法规股'), id('执法大队'))).toEqual(
    ok({ type: 'section-moved', sectionId: id('法规股'), parentId: id('执法大队') }),
  );
  expect(moveSection(brigade, id('一中队'), null)).toMatchObject({ ok: true });
});

test('a cyclic section tree is refused, with the circle it would make named', () => {
  expect(moveSection(brigade, id('执法大队'), id('巡查组'))).toEqual(
    refuse({ code: 'section-under-itself', names: ['执法大队', '一中队', '巡查组', '执法大队'] }),
  );
  expect(moveSection(brigade, id('法规股'), id('法规股'))).toEqual(
    refuse({ code: 'section-under-itself', names: ['法规股', '法规股'] }),
  );
  expect(moveSection(brigade, id('一中队'), id('财务股'))).toEqual(refuse({ code: 'no-such-section' }));
});

test('the tree shows every section once, also one that is a circle already', () => {
  expect(sectionTree(brigade).map(({ section: one, depth }) => [one.name, depth])).toEqual([
    ...[
      ['执法大队', 0],
      ['一中队', 1],
      ['巡查组', 2],
      ['法规股', 0],
    ],
  ]);
  const circle = [section('甲', '乙'), section('乙', '甲')];
  expect(sectionTree(circle).map(({ section: one }) => one.name)).toEqual(['甲', '乙']);
  expect(moveSection(circle, id('甲'), id('乙'))).toMatchObject({ ok: false });
});

test('however sections are moved, no circle comes of it', () => {
  const names = ['甲', '乙', '丙', '丁', '戊'];
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names, null))), (moves) => {
      let tree: readonly Section[] = names.map((name) => section(name));
      for (const [name, parent] of moves) {
        const moved = moveSection(tree, id(name), parent === null ? null : id(parent));
        if (moved.ok) {
          tree = tree.map((one) => (one.id === id(name) ? { ...one, parentId: moved.value.parentId } : one));
        }
      }
      for (const one of tree) {
        let at: Section | undefined = one;
        for (let steps = 0; at !== undefined; steps += 1) {
          expect(steps).toBeLessThan(names.length);
          const above: SectionId | null = at.parentId;
          at = tree.find((other) => other.id === above);
        }
      }
    }),
  );
});
