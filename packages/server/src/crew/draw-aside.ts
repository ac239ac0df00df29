import { type Crew, openCrew } from './crew.ts';
import { type Answers, drawWhole, type DrawTask } from './task.ts';

/** Bytes of the committed files from which on a draw is computed in a thread: some ten thousand objects, a tenth of a second. */
const large = 1_000_000;

let crew: Crew | undefined;

/** Computes a draw without making others wait: a large one in a thread of its own, a small one at once. */
export async function drawAside(task: DrawTask): Promise<Answers['draw']> {
  const size = [...task.files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  if (size < large) return drawWhole(task);
  crew ??= openCrew(1);
  return crew.run(task);
}
