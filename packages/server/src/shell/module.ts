import type { CommandRoute, QueryRoute, RefusalTable } from '@mingchou/contract';
import type { Actor, Result } from '@mingchou/domain';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { Db, Tx } from '../db/tx.ts';
import type { JobHandler } from '../outbox/job.ts';
import type { Gate } from './gate.ts';

/** What one noun brings to the server. Modules never import each other; `composition.ts` gives each its ports. */
export interface Module {
  readonly noun: string;
  readonly bindings: readonly Binding[];
  readonly jobs?: readonly JobHandler[];
  /** Pages and downloads that are not JSON, such as the portal's. */
  readonly pages?: (app: FastifyInstance) => void;
}

/** A route with the code behind it; its types are closed over, so that the shell can hold all bindings in one list. */
export type Binding = CommandBinding | QueryBinding | OpenBinding;

export interface CommandBinding {
  readonly kind: 'command';
  readonly route: CommandRoute;
  readonly prepare: (raw: unknown) => Prepared<(tx: Tx, actor: Actor) => Promise<Outcome>>;
}

export interface QueryBinding {
  readonly kind: 'query';
  readonly route: QueryRoute;
  readonly prepare: (raw: unknown) => Prepared<(db: Db, actor: Actor) => Promise<Outcome>>;
}

/** A route that works without a session: signing in, the first set-up. */
export interface OpenBinding {
  readonly kind: 'open';
  readonly route: CommandRoute | QueryRoute;
  readonly prepare: (raw: unknown) => Prepared<(gate: Gate) => Promise<Outcome>>;
}

export type Prepared<Run> =
  | { readonly ok: true; readonly input: unknown; readonly run: Run }
  | { readonly ok: false; readonly issues: readonly z.core.$ZodIssue[] };

/** What a binding came to, ready to be sent. */
export type Outcome = Result<unknown, ShownRefusal>;

/** A refusal with what the person reads. */
export interface ShownRefusal {
  readonly code: string;
  readonly status: number;
  readonly message: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

type Coded = { readonly code: string };

/** Binds a command: one transaction, one audit entry. `run` loads and locks, decides, saves, appends, enqueues. */
export function bind<I extends z.ZodType, O extends z.ZodType, R extends Coded = never>(
  route: CommandRoute<I, O>,
  refusals: NoInfer<RefusalTable<R>>,
  run: (tx: Tx, actor: Actor, input: z.output<I>) => Promise<Result<z.input<O>, R>>,
): CommandBinding {
  return {
    kind: 'command',
    route,
    prepare: (raw) =>
      parsed(route, raw, (input) => async (tx, actor) => finish(route, refusals, await run(tx, actor, input))),
  };
}

/** Binds a query; it reads one unchanging view of one bureau. */
export function answer<I extends z.ZodType, O extends z.ZodType, R extends Coded = never>(
  route: QueryRoute<I, O>,
  refusals: NoInfer<RefusalTable<R>>,
  run: (db: Db, actor: Actor, input: z.output<I>) => Promise<Result<z.input<O>, R>>,
): QueryBinding {
  return {
    kind: 'query',
    route,
    prepare: (raw) =>
      parsed(route, raw, (input) => async (db, actor) => finish(route, refusals, await run(db, actor, input))),
  };
}

/** Binds a route that needs no session; `run` opens its transactions itself through the gate. */
export function open<I extends z.ZodType, O extends z.ZodType, R extends Coded = never>(
  route: CommandRoute<I, O> | QueryRoute<I, O>,
  refusals: NoInfer<RefusalTable<R>>,
  run: (gate: Gate, input: z.output<I>) => Promise<Result<z.input<O>, R>>,
): OpenBinding {
  return {
    kind: 'open',
    route,
    prepare: (raw) => parsed(route, raw, (input) => async (gate) => finish(route, refusals, await run(gate, input))),
  };
}

function parsed<I extends z.ZodType, Run>(
  route: { readonly input: I },
  raw: unknown,
  runOn: (input: z.output<I>) => Run,
): Prepared<Run> {
  const result = route.input.safeParse(raw);
  return result.success
    ? { ok: true, input: result.data, run: runOn(result.data) }
    : { ok: false, issues: result.error.issues };
}

// The reply goes through its schema too: what the contract does not name cannot leak, and a wrong shape is our bug.
function finish<R extends Coded = never>(
  route: { readonly reply: z.ZodType },
  refusals: RefusalTable<R>,
  result: Result<unknown, R>,
): Outcome {
  return result.ok
    ? { ok: true, value: route.reply.parse(result.value) }
    : { ok: false, refusal: show(refusals, result.refusal) };
}

function show<R extends Coded = never>(refusals: RefusalTable<R>, refusal: R): ShownRefusal {
  const code: R['code'] = refusal.code;
  const view = refusals[code];
  const { code: _, ...facts } = refusal;
  // The table's row for a code takes exactly the refusal of that code; the compiler cannot see the two meet.
  const word = view.message as string | ((refusal: R) => string);
  return { code, status: view.status, message: typeof word === 'string' ? word : word(refusal), facts };
}
