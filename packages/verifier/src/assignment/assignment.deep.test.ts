import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byFreshFlows, middlingCase } from '../../test/middling-assignment.ts';
import { bySlowTrial, smallCase } from '../../test/slow-assignment.ts';
import { assignInspectors } from './assignment.ts';

test('twenty thousand small draws are assigned as trying every filling assigns them', () => {
  fc.assert(
    fc.property(smallCase, (given) => {
      const { rules, selection, inspectors, conflicts, seed } = given;
      expect(assignInspectors(rules, selection, inspectors, conflicts, seed).seats).toEqual(bySlowTrial(given).lines);
    }),
    { numRuns: 20_000 },
  );
});

test('three thousand middling draws are assigned as a greatest flow computed anew for every candidate assigns them', () => {
  fc.assert(
    fc.property(middlingCase, (given) => {
      const { rules, selection, inspectors, conflicts, seed } = given;
      expect(assignInspectors(rules, selection, inspectors, conflicts, seed).seats).toEqual(byFreshFlows(given).lines);
    }),
    { numRuns: 3_000 },
  );
});
