import type { registryRoutes, RegistryRefusal } from '@mingchou/contract';
import {
  type Actor,
  answerRequest,
  ok,
  refuse,
  type Result,
  type SubjectRequest,
  type SubjectRequestId,
} from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import type { Db, Tx } from '../../db/tx.ts';
import { namesOf } from './names.ts';
import type { RegistryPorts } from './ports.ts';
import { listedRequests, loadRequestForUpdate, saveRequestAnswer } from './request-store.ts';
import { viewRequest } from './request-view.ts';
import { type Ask, decide, write } from './subject-commands.ts';
import type { RequestedInput } from './tables.ts';

type Answer = z.output<typeof registryRoutes.answerSubjectRequest.input>;

/** 批准 makes the change now, by the same decision as without approval; 不批准 leaves the registry as it is. */
export async function answerSubjectRequest(
  ports: RegistryPorts,
  tx: Tx,
  actor: Actor,
  input: Answer,
): Promise<Result<{ id: SubjectRequestId; version: number }, RegistryRefusal>> {
  const found = await loadRequestForUpdate(tx, input.id);
  if (found === undefined) return refuse({ code: 'record-not-found' });
  const { request } = found;
  const answer =
    input.answer === 'approved'
      ? ({ kind: 'approved' } as const)
      : ({ kind: 'declined', reason: input.reason ?? '' } as const);
  const decision = answerRequest(request, answer, actor, tx.now);
  if (!decision.ok) return decision;

  if (decision.value.type === 'subject-request-approved') {
    const made = await carryOut(ports, tx, actor, request, found.input);
    if (!made.ok) return made;
  }
  const next = { ...request, answer: decision.value.answer, version: request.version + 1 };
  await saveRequestAnswer(tx, next);
  const { id, version } = next;
  await appendAudit(tx, actor, { noun: 'registry', aggregateId: id, version, event: decision.value });
  return ok({ id, version });
}

async function carryOut(ports: RegistryPorts, tx: Tx, actor: Actor, request: SubjectRequest, input: RequestedInput) {
  // Stored as the route's schema gave it, by this program, in a table that only it writes.
  const ask = { kind: request.kind, id: request.subjectId, input } as Ask;
  const decided = await decide(ports, tx, ask);
  if (decided.ok) return write(tx, actor, decided.value, { personId: request.asked.by, name: request.asked.name });
  if (decided.refusal.code !== 'stale') return decided;
  return refuse({ code: 'request-outdated', by: decided.refusal.by, at: decided.refusal.at } as const);
}

/** 待批变动, the oldest first; or the answered ones, the newest first. */
export async function listSubjectRequests(
  ports: RegistryPorts,
  db: Db,
  input: z.output<typeof registryRoutes.listSubjectRequests.input>,
) {
  const names = await namesOf(ports, db);
  const { rows, total } = await listedRequests(db, input.state === 'waiting', input);
  const rule = await ports.approval(db);
  return ok({
    rows: rows.map((request) => viewRequest(request, names)),
    ...{ total, page: input.page, size: input.size, rule },
  });
}
