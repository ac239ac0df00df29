import type { roundRoutes } from '@mingchou/contract';
import type { Actor, Result, RoundId, RoundRefusal } from '@mingchou/domain';
import { closeRound, evolveRound, newRound, ok, openRound, refuse } from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import type { Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import type { RoundPorts } from './ports.ts';
import { insertRound, loadRoundForUpdate, loadRounds, lockRounds, saveRound } from './store.ts';

type Outcome = Promise<Result<{ roundId: RoundId; version: number }, RoundRefusal>>;

export async function runOpenRound(
  ports: RoundPorts,
  tx: Tx,
  actor: Actor,
  input: z.output<typeof roundRoutes.openRound.input>,
): Outcome {
  await lockRounds(tx);
  const facts = { ...input, roundId: newId<RoundId>(), earlier: await loadRounds(tx), known: await ports.sectors(tx) };
  const decision = openRound(facts, actor, tx.now);
  if (!decision.ok) return decision;

  const round = newRound(decision.value);
  await insertRound(tx, round, actor.name);
  await appendAudit(tx, actor, { noun: 'round', aggregateId: round.id, version: 1, event: decision.value });
  return ok({ roundId: round.id, version: 1 });
}

export async function runCloseRound(
  ports: RoundPorts,
  tx: Tx,
  actor: Actor,
  input: z.output<typeof roundRoutes.closeRound.input>,
): Outcome {
  const found = await loadRoundForUpdate(tx, input.roundId);
  if (found === undefined) return refuse({ code: 'round-not-found' });
  const { round } = found;
  if (round.status === 'open' && found.version !== input.version) {
    return refuse({ code: 'stale', by: found.changedBy, at: found.changedAt });
  }
  const figures = { drawn: await ports.countDrawn(tx, round.id), base: await ports.base(tx, round.sectors) };
  const decision = closeRound(round, { openDraws: await ports.openDraws(tx, round.id), figures }, actor, tx.now);
  if (!decision.ok) return decision;

  const version = await saveRound(tx, evolveRound(round, decision.value), found.version, actor.name);
  await appendAudit(tx, actor, { noun: 'round', aggregateId: round.id, version, event: decision.value });
  return ok({ roundId: round.id, version });
}
