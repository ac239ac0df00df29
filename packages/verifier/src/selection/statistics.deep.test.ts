import { expect, test } from 'vitest';
import { designs } from '../../test/statistics/designs.ts';
import { tried } from '../../test/statistics/trial.ts';

const alpha = 1e-6;

test.each(designs)('chances of $name are as they should be in 20,000 draws', (design) => {
  const { evenness, inclusion } = tried(design, 20_000);
  expect(evenness).toBeGreaterThan(alpha);
  expect(inclusion).toBeGreaterThan(alpha);
});

test('over all designs the evenness is itself evenly spread: no more small chances than there should be', () => {
  const small = designs.filter((design) => tried(design, 1000).evenness < 0.1).length;
  expect(small).toBeLessThan(0.1 * designs.length + 5 * Math.sqrt(0.09 * designs.length));
});
