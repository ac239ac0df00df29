// Seats for drawn visits: hashing everybody who may take a seat, and the exact search of mc-draw/1 §7.
import { createHash } from 'node:crypto';
import { assignInspectors } from '@mingchou/verifier';
import { type Figure, secondsOf } from '../figure.ts';
import { type Extent, largeAssignment } from './large-assignment.ts';

const seed = 'cd'.repeat(32);

/** The extents that issue B names, and one where everybody may go anywhere, so that ten million tickets are needed. */
const extents: readonly (Extent & { readonly atMost: number })[] = [
  { visits: 10_000, inspectors: 200, areas: 1, atMost: 2 },
  { visits: 10_000, inspectors: 1_000, areas: 20, atMost: 2 },
  { visits: 50_000, inspectors: 2_500, areas: 50, atMost: 10 },
  { visits: 10_000, inspectors: 1_000, areas: 1, atMost: 4 },
];

export async function assignmentFigures(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const { atMost, ...extent } of extents) {
    const { rules, selection, inspectors, conflicts } = largeAssignment(extent);
    const value = await secondsOf(async () => assignInspectors(rules, selection, inspectors, conflicts, seed), 3);
    const pairs = (extent.visits * extent.inspectors) / extent.areas;
    figures.push({ name: nameOf(extent), value, unit: 's', goal: { atMost }, reference: await hashingAlone(pairs) });
  }
  return figures;
}

function nameOf({ visits, inspectors, areas }: Extent): string {
  const [seats, people] = [visits.toLocaleString('en'), inspectors.toLocaleString('en')];
  return `${seats} visits × 2 seats over ${people} inspectors ${areas === 1 ? 'who may all go anywhere' : `in ${areas} areas`}`;
}

/** The same number of tickets in a plain loop of node:crypto. */
async function hashingAlone(pairs: number): Promise<NonNullable<Figure['reference']>> {
  const prefix = `${'ab'.repeat(16)}:I-`;
  const tried = Math.min(pairs, 500_000);
  const seconds = await secondsOf(async () => {
    for (let pair = 0; pair < tried; pair += 1) createHash('sha256').update(`${prefix}${pair}`).digest();
  });
  return { name: 'crypto.createHash for every pair', value: (seconds * pairs) / tried };
}
