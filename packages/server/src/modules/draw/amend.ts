import type { drawRoutes } from '@mingchou/contract';
import { amendmentReasonTitle } from '@mingchou/contract';
import type {
  Actor,
  AmendmentLine,
  AmendmentRequest,
  DrawId,
  DrawRefusal,
  LiveDraw,
  Result,
  SeatHolder,
  VisitNow,
} from '@mingchou/domain';
import {
  amendDraw,
  approvable,
  declineAmendment,
  decideSeat,
  isSealed,
  ok,
  recordOf,
  recusedFrom,
  refuse,
  requestRecusal,
  requestSubstitution,
} from '@mingchou/domain';
import type { Amendment } from '@mingchou/verifier';
import type { z } from 'zod';
import type { Tx } from '../../db/tx.ts';
import { saveFile } from '../../files/index.ts';
import { appendPublicLog } from '../../public-log/index.ts';
import { reachStep } from './failpoint.ts';
import { readDrawFiles } from './files.ts';
import { type CommittedRecord, keepAmendment } from './keep-amendment.ts';
import type { DrawPorts, VisitOfDraw } from './ports.ts';
import { loadObjects } from './result-store.ts';
import { loadInspectors } from './roster-store.ts';
import type { DrawReply } from './settle.ts';
import { replyOf, settle } from './settle.ts';
import { publishSnapshot } from './snapshot.ts';
import { visitsNow, visitsStanding } from './standing.ts';
import { loadDrawForUpdate, type StoredDraw, unlessStale } from './store.ts';

type Input<Route extends keyof typeof drawRoutes> = z.output<(typeof drawRoutes)[Route]['input']>;
type Requested = DrawReply & { readonly request: number };

interface Locked {
  readonly stored: StoredDraw;
  readonly record: LiveDraw;
  readonly ongoing: readonly VisitOfDraw[];
  readonly visits: readonly VisitNow[];
}

/** The draw and its visits, locked in this order, as they stand. */
async function lock(
  ports: DrawPorts,
  tx: Tx,
  input: { readonly drawId: DrawId; readonly version: number },
): Promise<Result<Locked, DrawRefusal>> {
  const found = unlessStale(await loadDrawForUpdate(tx, input.drawId), input.version);
  if (!found.ok) return found;
  const record = recordOf(found.value.draw);
  const ongoing = await ports.lockVisits(tx, record.id);
  return ok({ stored: found.value, record, ongoing, visits: visitsNow(await visitsStanding(tx, record), ongoing) });
}

export async function runRequestRecusal(
  ports: DrawPorts,
  tx: Tx,
  actor: Actor,
  input: Input<'requestRecusal'>,
): Promise<Result<Requested, DrawRefusal>> {
  const locked = await lock(ports, tx, input);
  if (!locked.ok) return locked;
  const { visit, seat, origin, reason, text } = input;
  const asked = { visit, seat, origin, reason, text };
  const { stored, visits } = locked.value;
  const decision = requestRecusal(stored.draw, visits, asked, await ports.leaders(tx), actor, tx.now);
  if (!decision.ok) return decision;
  const { draw, version } = await settle(tx, actor, stored, decision.value);
  return ok({ ...replyOf(draw, version), request: decision.value.request.no });
}

export async function runRequestSubstitution(
  ports: DrawPorts,
  tx: Tx,
  actor: Actor,
  input: Input<'requestSubstitution'>,
): Promise<Result<Requested, DrawRefusal>> {
  const locked = await lock(ports, tx, input);
  if (!locked.ok) return locked;
  const { name, mediaType, base64 } = input.evidence;
  const { hash } = await saveFile(tx, Buffer.from(base64, 'base64'), { name, mediaType, personal: true });
  const { code, reason, text } = input;
  const { stored, visits } = locked.value;
  const decision = requestSubstitution(stored.draw, visits, { code, reason, text, evidence: hash }, actor, tx.now);
  if (!decision.ok) return decision;
  const { draw, version } = await settle(tx, actor, stored, decision.value);
  return ok({ ...replyOf(draw, version), request: decision.value.request.no });
}

/** 批准: who follows comes out of the draw's own numbers; lines, log, bundle, visits and portal in one transaction. */
export async function runApproveAmendment(
  ports: DrawPorts,
  tx: Tx,
  actor: Actor,
  input: Input<'approveAmendment'>,
): Promise<Result<DrawReply & { readonly lines: number }, DrawRefusal>> {
  const locked = await lock(ports, tx, input);
  if (!locked.ok) return locked;
  const { stored, record, ongoing, visits } = locked.value;
  const asked = approvable(stored.draw, visits, input.request, await ports.leaders(tx), actor);
  if (!asked.ok) return asked;
  if (record.status !== 'drawn' && record.status !== 'dispatched') throw new Error('only a drawn draw is amended');

  const { recusalDecider: office } = await ports.policy(tx, record.taskId);
  const files = await readDrawFiles(tx, record.id);
  const sealed = isSealed(stored.draw);
  const kept = await keepAmendment(tx, record, files, protocolRequest(tx, asked.value, office), sealed);
  if (kept === undefined) throw new Error(`request ${input.request} of draw ${record.id} changes nothing`);
  const lines = await linesOf(tx, record, kept.lines);
  const event = amendDraw(record, asked.value, { lines, text: input.text, office }, actor, tx.now);
  const { draw, version } = await settle(tx, actor, stored, event);
  reachStep('amend-draw:saved');
  await changeVisits(ports, tx, actor, { record, ongoing, visits, lines });
  await publishSnapshot(ports, tx, draw);
  // The hash of a line that names a visit can be tried out with the registry: under a seal the log waits.
  if (!sealed) await appendPublicLog(tx, kept.entries);
  reachStep('amend-draw:logged');
  return ok({ ...replyOf(draw, version), lines: lines.length });
}

function protocolRequest(tx: Tx, request: AmendmentRequest, approver: string) {
  const head = { at: tx.now, reasonCode: request.reason, approver };
  return request.kind === 'recusal'
    ? ({ ...head, kind: 'recusal', visit: request.visit, seat: request.seat } as const)
    : ({ ...head, kind: 'substitution', id: request.object.code, evidence: request.evidence } as const);
}

/** The protocol's codes with the names that the frozen roster knows. */
async function linesOf(tx: Tx, record: LiveDraw, lines: readonly Amendment[]): Promise<AmendmentLine[]> {
  const inspectors = new Map(
    (await loadInspectors(tx, record.id)).map(({ inspectorId, code, name }) => [code, { inspectorId, code, name }]),
  );
  const objects = new Map((await loadObjects(tx, record.id)).map(({ code, name }) => [code, { code, name }]));
  return lines.flatMap((line): AmendmentLine[] => {
    const { seq, reasonCode } = line;
    if (line.kind === 'void') return [];
    if (line.kind === 'recusal') {
      const left = known(inspectors, line.inspectorId);
      const joined = line.substitute === '' ? null : known(inspectors, line.substitute);
      return [{ kind: 'recusal', seq, reasonCode, visit: line.visit, seat: line.seat, left, joined }];
    }
    const joined = line.substitute === '' ? null : known(objects, line.substitute);
    return [{ kind: 'substitution', seq, reasonCode, left: known(objects, line.id), joined }];
  });
}

function known<T>(all: ReadonlyMap<string, T>, code: string): T {
  const found = all.get(code);
  if (found === undefined) throw new Error(`${code} is not in the frozen roster`);
  return found;
}

/** Inspections follow once the task is dispatched; before that the dispatch itself takes the amended teams. */
async function changeVisits(
  ports: DrawPorts,
  tx: Tx,
  actor: Actor,
  {
    record,
    ongoing,
    visits,
    lines,
  }: Omit<Locked, 'stored' | 'record'> & { readonly record: CommittedRecord; readonly lines: readonly AmendmentLine[] },
): Promise<void> {
  if (record.status !== 'dispatched') return;
  const subjects = new Map((await loadObjects(tx, record.id)).map(({ code, subjectId }) => [code, subjectId]));
  let open = ongoing;
  let codesOf = new Map(visits.map(({ visit, objects }) => [visit, objects.map(({ code }) => code)]));
  for (const line of lines) {
    if (line.kind === 'recusal') {
      const codes = codesOf.get(line.visit) ?? [];
      const inspectionIds = open.filter(({ code }) => codes.includes(code)).map(({ inspectionId }) => inspectionId);
      await ports.changeTeam(tx, actor, { inspectionIds, seat: line.seat, joined: line.joined });
      continue;
    }
    const { left, joined } = line;
    const leaving = open.find(({ code }) => code === left.code);
    if (leaving === undefined) throw new Error(`${left.code} of draw ${record.id} has no inspection`);
    const entering = joined === null ? null : { ...joined, subjectId: known(subjects, joined.code) };
    const reason = `${amendmentReasonTitle(line.reasonCode)}，${joined === null ? '没有候补可用' : isSealed(record) ? '由候补递补' : `由${joined.name}递补`}`;
    await ports.replaceObject(tx, actor, { inspectionId: leaving.inspectionId, entering, reason });
    open = await ports.lockVisits(tx, record.id);
    codesOf = new Map(
      [...codesOf].map(([visit, codes]) => [
        visit,
        codes.flatMap((code) => (code !== left.code ? [code] : joined === null ? [] : [joined.code])),
      ]),
    );
  }
}

export async function runDeclineAmendment(
  ports: DrawPorts,
  tx: Tx,
  actor: Actor,
  input: Input<'declineAmendment'>,
): Promise<Result<DrawReply, DrawRefusal>> {
  const locked = await lock(ports, tx, input);
  if (!locked.ok) return locked;
  const { stored } = locked.value;
  const decision = declineAmendment(stored.draw, input.request, input.text, actor, tx.now);
  if (!decision.ok) return decision;
  const { draw, version } = await settle(tx, actor, stored, decision.value);
  return ok(replyOf(draw, version));
}

/** 领导决定 on a seat that the lots could not fill. */
export async function runDecideSeat(
  ports: DrawPorts,
  tx: Tx,
  actor: Actor,
  input: Input<'decideSeat'>,
): Promise<Result<DrawReply, DrawRefusal>> {
  const locked = await lock(ports, tx, input);
  if (!locked.ok) return locked;
  const { stored, record, ongoing, visits } = locked.value;
  const { visit, seat, text, inspectorId } = input;
  const appointee = inspectorId === null ? null : await appointeeOf(ports, tx, locked.value, visit, inspectorId);
  if (appointee === undefined) return refuse({ code: 'inspector-not-found' });
  const leaders = await ports.leaders(tx);
  const decision = decideSeat(stored.draw, visits, { visit, seat, text }, appointee, leaders, actor, tx.now);
  if (!decision.ok) return decision;
  const { draw, version } = await settle(tx, actor, stored, decision.value);
  const codes = visits.find((one) => one.visit === visit)?.objects.map(({ code }) => code) ?? [];
  const inspectionIds = ongoing.filter(({ code }) => codes.includes(code)).map((one) => one.inspectionId);
  if (record.status === 'dispatched') {
    await ports.changeTeam(tx, actor, { inspectionIds, seat, joined: decision.value.decision.appointed });
  }
  await publishSnapshot(ports, tx, draw);
  return ok(replyOf(draw, version));
}

async function appointeeOf(
  ports: DrawPorts,
  tx: Tx,
  { stored, visits, record }: Locked,
  visit: string,
  inspectorId: SeatHolder['inspectorId'],
) {
  const found = (await ports.inspectors(tx, record.setup)).find((one) => one.inspectorId === inspectorId);
  if (found === undefined) return undefined;
  const { code, name, available, certificateUntil } = found;
  const codes = visits.find((one) => one.visit === visit)?.objects.map((object) => object.code) ?? [];
  const subjects = (await loadObjects(tx, record.id)).filter((object) => codes.includes(object.code));
  const declared = (await ports.conflicts(tx)).some(
    (one) => one.inspectorId === inspectorId && subjects.some(({ subjectId }) => subjectId === one.subjectId),
  );
  const conflict = declared || recusedFrom(stored.draw, visit).includes(code);
  return { inspectorId, code, name, available, certificateUntil, conflict };
}
