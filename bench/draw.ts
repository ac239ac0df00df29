// What a draw costs, part by part. `MINGCHOU_BENCH_PARTS=tickets,proofs` measures some of them only.
import { assignmentFigures } from './draw/assignment.ts';
import { browserFigures } from './draw/in-browser.ts';
import { largePoolFigures } from './draw/large-pool.ts';
import { proofFigures } from './draw/proofs.ts';
import { ticketFigures } from './draw/tickets.ts';
import type { Figure } from './figure.ts';

const parts: Readonly<Record<string, () => readonly Figure[] | Promise<readonly Figure[]>>> = {
  tickets: ticketFigures,
  pool: largePoolFigures,
  assignment: assignmentFigures,
  proofs: proofFigures,
  browser: browserFigures,
};

export async function figures(): Promise<readonly Figure[]> {
  const wanted = process.env['MINGCHOU_BENCH_PARTS']?.split(',') ?? Object.keys(parts);
  const measured: Figure[] = [];
  for (const name of wanted) {
    const part = parts[name];
    if (part === undefined) throw new Error(`no part ${name}; there are ${Object.keys(parts).join(', ')}`);
    measured.push(...(await part()));
  }
  return measured;
}
