import fc from 'fast-check';
import { expect, test } from 'vitest';
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
