// What a draw costs, part by part.
import { assignmentFigures } from './draw/assignment.ts';
import type { Figure } from './figure.ts';

export async function figures(): Promise<readonly Figure[]> {
  return [...(await assignmentFigures())];
}
