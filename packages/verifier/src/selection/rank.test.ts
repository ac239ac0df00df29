import { expect, test } from 'vitest';
import { vector } from '../../test/vector.ts';
import { fileOf } from '../draw/draw.ts';
import { readPool } from '../roster/roster.ts';
import { readRules } from '../rules/rules.ts';
import { readSeed } from '../seed/seed.ts';
import { ranksOf } from './rank.ts';
import { inTicketOrder } from './ticket.ts';

test.each(['plain-sha256', 'plain-sm3', 'weighted'])(
  'in %s each entry has as many before it as stand before it in ticket order, an excluded one has no rank',
  (name) => {
    const files = vector(name);
    const [rules, pool, seed] = [
      readRules(fileOf(files, 'rules.json')),
      readPool(fileOf(files, 'pool.csv')),
      readSeed(fileOf(files, 'seed.json')),
    ];
    if (!rules.ok || !pool.ok || !seed.ok) throw new Error(`the vector ${name} cannot be read`);
    const rank = ranksOf(rules.value, pool.value, seed.value.seed);
    const next = new Map<string, number>();
    for (const { entry } of inTicketOrder(rules.value, pool.value, seed.value.seed)) {
      next.set(entry.stratum, (next.get(entry.stratum) ?? 0) + 1);
      expect([entry.id, rank(entry.id)]).toEqual([entry.id, next.get(entry.stratum)]);
    }
    for (const { id, excluded } of pool.value) if (excluded) expect(rank(id)).toBeUndefined();
  },
);
