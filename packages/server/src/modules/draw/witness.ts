import type { WitnessView } from '@mingchou/contract';
import type { Actor, Draw, DrawEvent, DrawId, DrawPrepared, DrawRefusal, Instant, Result } from '@mingchou/domain';
import {
  areLinesTyped,
  issueWitnessLink,
  ok,
  recordOf,
  refuse,
  revealWitness,
  sealWitness,
  witnessesOf,
} from '@mingchou/domain';
import type { Db, Tx } from '../../db/tx.ts';
import { inRead, inTx } from '../../db/tx.ts';
import type { Gate } from '../../shell/gate.ts';
import { enqueueDrand } from './drand.ts';
import { reachStep } from './failpoint.ts';
import type { DrawPorts } from './ports.ts';
import type { DrawReply } from './settle.ts';
import { replyOf, settle } from './settle.ts';
import { publishSnapshot } from './snapshot.ts';
import { loadDraw, loadDrawForUpdate, unlessStale } from './store.ts';
import { bureauOfToken, findToken, keepToken, newToken } from './token.ts';

type IssueInput = { readonly drawId: DrawId; readonly version: number; readonly witness: string };

export async function runIssueLink(
  tx: Tx,
  actor: Actor,
  input: IssueInput,
): Promise<Result<DrawReply & { readonly path: string }, DrawRefusal>> {
  const found = unlessStale(await loadDrawForUpdate(tx, input.drawId), input.version);
  if (!found.ok) return found;
  const decision = issueWitnessLink(found.value.draw, input.witness, actor, tx.now);
  if (!decision.ok) return decision;

  const token = newToken(tx.bureauId);
  await keepToken(tx, input.drawId, input.witness, token);
  const { draw, version } = await settle(tx, actor, found.value, decision.value);
  return ok({ ...replyOf(draw, version), path: `/witness/${token}` });
}

export async function showWitness(
  ports: DrawPorts,
  gate: Gate,
  token: string,
): Promise<Result<WitnessView, DrawRefusal>> {
  const bureauId = bureauOfToken(token);
  if (bureauId === undefined) return refuse({ code: 'witness-not-found' });
  return inRead(gate.database, bureauId, async (db) => {
    const link = await findToken(db, token);
    const stored = link === undefined ? undefined : await loadDraw(db, link.drawId);
    if (link === undefined || stored === undefined) return refuse({ code: 'witness-not-found' });
    return viewOf(ports, db, stored.draw, link.witness);
  });
}

export function runSealWitness(ports: DrawPorts, gate: Gate, input: { token: string; commitment: string }) {
  return onWitness(ports, gate, input.token, 'seal-witness', (draw, witness, now) =>
    sealWitness(draw, witness, input.commitment, now),
  );
}

export function runRevealWitness(ports: DrawPorts, gate: Gate, input: { token: string; value: string }) {
  return onWitness(ports, gate, input.token, 'reveal-witness', (draw, witness, now) =>
    revealWitness(draw, witness, input.value, now),
  );
}

type Decide = (draw: Draw, witness: string, now: Instant) => Result<Exclude<DrawEvent, DrawPrepared>, DrawRefusal>;

async function onWitness(
  ports: DrawPorts,
  gate: Gate,
  token: string,
  command: 'seal-witness' | 'reveal-witness',
  decide: Decide,
): Promise<Result<WitnessView, DrawRefusal>> {
  const bureauId = bureauOfToken(token);
  if (bureauId === undefined) return refuse({ code: 'witness-not-found' });
  return inTx(gate.database, bureauId, async (tx): Promise<Result<WitnessView, DrawRefusal>> => {
    const link = await findToken(tx, token);
    if (link === undefined) return refuse({ code: 'witness-not-found' });
    const stored = await loadDrawForUpdate(tx, link.drawId);
    if (stored === undefined) return refuse({ code: 'witness-not-found' });
    const decision = decide(stored.draw, link.witness, tx.now);
    if (!decision.ok) return decision;
    reachStep(`${command}:decided`);

    const { draw } = await settle(tx, { system: witnessName(stored.draw, link.witness) }, stored, decision.value);
    reachStep(`${command}:saved`);
    await enqueueDrand(ports, tx, draw);
    await publishSnapshot(ports, tx, draw);
    reachStep(`${command}:published`);
    return viewOf(ports, tx, draw, link.witness);
  });
}

function witnessName(draw: Draw, id: string): string {
  return `见证人${witnessesOf(recordOf(draw)).find((witness) => witness.id === id)?.name ?? id}`;
}

async function viewOf(ports: DrawPorts, db: Db, draw: Draw, id: string): Promise<Result<WitnessView, DrawRefusal>> {
  const record = recordOf(draw);
  const witness = witnessesOf(record).find((one) => one.id === id);
  if (witness === undefined) return refuse({ code: 'witness-not-found' });
  const { name: bureauName } = await ports.bureau(db, db.bureauId);
  const commitment = 'commitment' in record ? record.commitment : null;
  const collecting = 'reveals' in record ? record : null;
  const begun = collecting ?? (record.status === 'committed' && record.openAt <= db.now ? record : null);
  const reveal = collecting?.reveals.find((one) => one.witness === id);
  return ok({
    bureauName,
    bureauCode: record.setup.bureauCode,
    suite: record.setup.suite,
    drawNo: record.drawNo,
    objects: record.setup.objects,
    witness: id,
    name: witness.name,
    organisation: witness.organisation,
    openAt: record.openAt,
    now: db.now,
    sealed: witness.sealed,
    commitment: commitment === null ? null : { c: commitment.c, logIndex: commitment.logIndex, at: commitment.act.at },
    diceConfirmed: begun !== null && areLinesTyped(begun),
    revealed: reveal === undefined ? null : { value: reveal.value, at: reveal.at },
    drawn: record.status === 'drawn' || record.status === 'dispatched',
    voided: draw.status === 'voided',
  });
}
