import {
  type Candidates,
  candidatesBelow,
  type FileName,
  kernel,
  linesOfColumns,
  type PoolColumns,
  type Range,
  type Report,
  runDraw,
  type Suite,
  verify,
} from '@mingchou/verifier';

/** A whole draw from its frozen files and the lines of its sources. */
export interface DrawTask {
  readonly kind: 'draw';
  readonly files: ReadonlyMap<FileName, Uint8Array>;
  readonly lines: readonly string[];
}

/** Work for another thread. Arrays in shared memory are not copied on their way. */
export type Task =
  | DrawTask
  | {
      readonly kind: 'candidates';
      readonly suite: Suite;
      readonly sampleKey: string;
      readonly pool: PoolColumns;
      readonly range: Range;
      readonly bounds: readonly number[];
    }
  | { readonly kind: 'subtree'; readonly suite: Suite; readonly pool: PoolColumns; readonly range: Range };

export interface Answers {
  /** A whole draw and what the verifier says of it. */
  readonly draw: ReturnType<typeof runDraw> & { readonly report: Report };
  readonly candidates: Candidates;
  readonly subtree: Uint8Array;
}

export function perform(task: Task): Answers[Task['kind']] {
  switch (task.kind) {
    case 'draw':
      return drawWhole(task);
    case 'candidates':
      return candidatesBelow(task.suite, task.sampleKey, task.pool, task.range, task.bounds);
    case 'subtree':
      return rootOfRange(task.suite, task.pool, task.range);
  }
}

export function drawWhole({ files, lines }: DrawTask): Answers['draw'] {
  const drawn = runDraw(files, lines);
  return { ...drawn, report: verify(new Map([...files, ...drawn.files])) };
}

/** Lines are written out a piece at a time: all of them would fill the memory that the columns save. */
const piece = 65_536;

/** The node over a range that begins at a multiple of `piece`. */
function rootOfRange(suite: Suite, pool: PoolColumns, { from, to }: Range): Uint8Array {
  const roots = new Uint8Array(32 * Math.ceil((to - from) / piece));
  for (let start = from, place = 0; start < to; start += piece, place += 32) {
    const lines = linesOfColumns(pool, { from: start, to: Math.min(to, start + piece) });
    roots.set(kernel().rootOfTexts(suite, lines, { from: 0, to: lines.starts.length }), place);
  }
  return kernel().rootOfDigests(suite, roots);
}
