import { type ExchangeRefusal, exchangeRefusals } from '@mingchou/contract';
import {
  type Actor,
  type BureauId,
  confirmImport as decide,
  countVerdicts,
  type ImportMode,
  importModes,
  type InspectorId,
  ok,
  type PersonId,
  type RegistryImported,
  refuse,
  type Result,
  roles,
  type SectionId,
} from '@mingchou/domain';
import { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import { retrying } from '../../db/retry.ts';
import type { Tx } from '../../db/tx.ts';
import { readFile } from '../../files/index.ts';
import { type Job, type JobHandler, job } from '../../outbox/index.ts';
import { collectGarbage } from './collect-garbage.ts';
import { loadDryRun, saveImported } from './dry-run-store.ts';
import { examinedOf, type Progress } from './examine-file.ts';
import type { ExchangePorts } from './ports.ts';
import { claimRun, endRun, type RunProgress, tellRun } from './run-store.ts';

/** What a long import needs of the house: transactions of its own. */
export interface RunHouse {
  readonly write: <T>(bureauId: BureauId, run: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly onError: (error: unknown) => void;
}

const kind = 'run-import';

const branded = <Id extends string>() => z.string().transform((id) => id as Id);
const task = z.object({
  runId: z.uuid(),
  dryRunId: z.uuid(),
  mode: z.enum(importModes),
  actor: z.object({
    ...{ bureauId: branded<BureauId>(), personId: branded<PersonId>(), name: z.string() },
    ...{ roles: z.array(z.enum(roles)).readonly(), sectionId: branded<SectionId>().nullable() },
    ...{ inspectorId: branded<InspectorId>().nullable(), reauthenticatedAt: z.null() },
  }),
});
export type RunTask = z.output<typeof task>;

/** The job that hands a run over, to be enqueued with it. */
export function runTask(asked: RunTask): Job {
  return { kind, ...asked };
}

export interface ImportRunner {
  readonly handler: JobHandler;
  /** Breaks off what runs, wholly undone, and takes nothing more. */
  readonly stop: () => Promise<void>;
}

/**
 * Works off long imports one after another beside the commands. The job only hands the run over: the queue is not held
 * up for minutes, and a run that was taken twice is claimed once.
 */
export function importRunner(ports: ExchangePorts, house: RunHouse): ImportRunner {
  let line: Promise<void> = Promise.resolve();
  const state = { stopped: false };
  return {
    handler: job(kind, task, (_tx, asked) => {
      // The queue keeps the job and gives it out again after the next start.
      if (state.stopped) throw new Error('the server is stopping');
      const pulse = beat(house, asked);
      line = line.then(() => runOne(ports, house, asked, pulse, state)).catch(house.onError);
      return Promise.resolve();
    }),
    stop: async () => {
      state.stopped = true;
      await line;
    },
  };
}

async function runOne(
  ports: ExchangePorts,
  house: RunHouse,
  asked: RunTask,
  pulse: Pulse,
  state: { readonly stopped: boolean },
): Promise<void> {
  const { bureauId } = asked.actor;
  const progress: Progress = async (phase, done, total) => {
    if (state.stopped) throw new Error('the server is stopping: the import is broken off');
    if (pulse.now !== undefined && pulse.now.phase !== phase) collectGarbage();
    pulse.now = { phase, done, total };
    await new Promise((resolve) => setImmediate(resolve));
  };
  try {
    if (!(await house.write(bureauId, (tx) => claimRun(tx, asked.runId)))) return;
    const outcome = await retrying(() => house.write(bureauId, (tx) => importWhole(ports, tx, asked, progress)));
    if (!outcome.ok) await house.write(bureauId, (tx) => putDownRefusal(tx, asked, outcome.refusal));
  } catch (error) {
    house.onError(error);
    await house.write(bureauId, (tx) => endRun(tx, asked.runId, 'broken'));
  } finally {
    pulse.end();
  }
}

/** The same steps as a short import, and the end of the run with them: all of it stands or nothing does. */
async function importWhole(
  ports: ExchangePorts,
  tx: Tx,
  { runId, dryRunId, mode, actor }: RunTask,
  progress: Progress,
): Promise<Result<RegistryImported, ExchangeRefusal>> {
  const imported = await importFile(ports, tx, actor, dryRunId, mode, progress);
  if (!imported.ok) return imported;
  if (!(await endRun(tx, runId, 'done'))) throw new Error('the run was given up before its end');
  return imported;
}

/** Reads, compares, decides and writes a file that was tried; 导入 itself, for short lists and long ones. */
export async function importFile(
  ports: ExchangePorts,
  tx: Tx,
  actor: Actor,
  dryRunId: string,
  mode: ImportMode,
  progress?: Progress,
): Promise<Result<RegistryImported, ExchangeRefusal>> {
  const dryRun = await loadDryRun(tx, dryRunId);
  const stored = dryRun && (await readFile(tx, dryRun.fileHash));
  if (dryRun === undefined || stored === undefined) return refuse({ code: 'dry-run-not-found' });
  const file = await examinedOf(ports, tx, dryRun.target, stored.bytes, progress);
  if (!file.ok) return file;
  const examined = file.value;
  const decision = decide(dryRun, mode, examined.mark, countVerdicts(examined.verdicts));
  if (!decision.ok) return decision;

  const total = decision.value.new + decision.value.changed;
  const onward = async (done: number) => progress?.('writing', done, total);
  await onward(0);
  if (!(await examined.apply(tx, actor, dryRun.id, onward))) return refuse({ code: 'dry-run-stale' });
  if (!(await saveImported(tx, actor, dryRun))) return refuse({ code: 'already-imported', at: tx.now });
  const event = { ...decision.value, target: dryRun.target, fileHash: dryRun.fileHash, mode };
  await appendAudit(tx, actor, { noun: 'exchange', aggregateId: dryRun.id, version: dryRun.version + 1, event });
  return ok(decision.value);
}

async function putDownRefusal(tx: Tx, { runId, dryRunId, actor }: RunTask, refusal: ExchangeRefusal): Promise<void> {
  if (!(await endRun(tx, runId, 'refused', wordsOf(refusal)))) return;
  const version = (await loadDryRun(tx, dryRunId))?.version ?? 1;
  const event = { type: 'import-refused', code: refusal.code };
  await appendAudit(tx, actor, { noun: 'exchange', aggregateId: dryRunId, version, event });
}

function wordsOf<R extends ExchangeRefusal>(refusal: R): string {
  const code: R['code'] = refusal.code;
  // The table's row for a code takes exactly the refusal of that code; the compiler cannot see the two meet.
  const word = exchangeRefusals[code].message as string | ((refusal: R) => string);
  return typeof word === 'string' ? word : word(refusal);
}

interface Pulse {
  now: RunProgress | undefined;
  readonly end: () => void;
}

const beatMilliseconds = 250;

/** Tells of the run four times a second, from when it was taken to its end, whether or not it comes forward. */
function beat({ write, onError }: RunHouse, { runId, actor }: RunTask): Pulse {
  let told: Promise<void> | undefined;
  const pulse: Pulse = { now: undefined, end: () => clearInterval(timer) };
  const timer = setInterval(() => {
    if (told !== undefined) return;
    const now = pulse.now ?? { phase: 'reading', done: 0, total: 0 };
    told = write(actor.bureauId, (tx) => tellRun(tx, runId, now))
      .catch(onError)
      .then(() => {
        told = undefined;
      });
  }, beatMilliseconds);
  return pulse;
}
