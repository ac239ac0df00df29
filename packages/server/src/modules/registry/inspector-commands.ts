import type { registryRoutes, RegistryRefusal } from '@mingchou/contract';
import {
  type Actor,
  addInspector as decideAdd,
  changeInspector as decideChange,
  changeInspectorDuty as decideDuty,
  dateOf,
  evolveInspector,
  type Inspector,
  type InspectorEvent,
  type InspectorFacts,
  type InspectorId,
  type InspectorRecord,
  ok,
  refuse,
  type Result,
  writeCode,
} from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import type { Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import { lastChange, recordChanges } from './history-store.ts';
import { certificateHolder, insertInspectors, loadInspectorForUpdate, updateInspector } from './inspector-store.ts';
import type { RegistryPorts } from './ports.ts';

type Add = z.output<typeof registryRoutes.addInspector.input>;
type Change = z.output<typeof registryRoutes.changeInspector.input>;
type Duty = z.output<typeof registryRoutes.changeInspectorDuty.input>;
type Outcome = Promise<Result<{ id: InspectorId; version: number }, RegistryRefusal>>;

export async function addInspector(ports: RegistryPorts, tx: Tx, actor: Actor, input: Add): Outcome {
  const record = recordOf(input, { phone: null, identityNumber: null });
  const decision = decideAdd(newId<InspectorId>(), record, await factsFor(ports, tx, record));
  if (!decision.ok) return decision;

  const { inspector } = decision.value;
  if ((await insertInspectors(tx, [inspector])) === 0) {
    const holder = await certificateHolder(tx, inspector.certificateNo);
    return refuse({ code: 'certificate-taken', holder: holder?.name ?? inspector.name });
  }
  await recordChanges(tx, actor, 'inspector', [{ id: inspector.id, reason: null, changes: [] }]);
  await audit(tx, actor, inspector, decision.value);
  return ok({ id: inspector.id, version: inspector.version });
}

export async function changeInspector(ports: RegistryPorts, tx: Tx, actor: Actor, input: Change): Outcome {
  const inspector = await loadInspectorForUpdate(tx, input.id);
  if (inspector === undefined) return refuse({ code: 'record-not-found' });
  if (inspector.version !== input.version) return refuse({ code: 'stale', ...(await lastChange(tx, input.id)) });
  const record = recordOf(input, inspector.contact);
  const decision = decideChange(inspector, record, await factsFor(ports, tx, record, inspector.id));
  if (!decision.ok) return decision;

  const next = evolveInspector(inspector, decision.value);
  await saveInspector(tx, actor, next, { id: next.id, reason: input.reason, changes: decision.value.changes });
  await audit(tx, actor, next, decision.value);
  return ok({ id: next.id, version: next.version });
}

export async function changeInspectorDuty(tx: Tx, actor: Actor, input: Duty): Outcome {
  const inspector = await loadInspectorForUpdate(tx, input.id);
  if (inspector === undefined) return refuse({ code: 'record-not-found' });
  if (inspector.version !== input.version) return refuse({ code: 'stale', ...(await lastChange(tx, input.id)) });
  const to = { kind: input.duty, since: input.since, reason: input.reason };
  const decision = decideDuty(inspector, to, dateOf(tx.now));
  if (!decision.ok) return decision;

  const next = evolveInspector(inspector, decision.value);
  const changes = [{ field: 'duty', from: inspector.status.kind, to: next.status.kind }];
  await saveInspector(tx, actor, next, { id: next.id, reason: decision.value.reason, changes });
  await audit(tx, actor, next, decision.value);
  return ok({ id: next.id, version: next.version });
}

export async function saveInspector(
  tx: Tx,
  actor: Actor,
  next: Inspector,
  recorded: Parameters<typeof recordChanges>[3][number],
) {
  if (!(await updateInspector(tx, next))) throw new Error('a locked inspector changed under its lock');
  await recordChanges(tx, actor, 'inspector', [recorded]);
}

async function factsFor(
  ports: RegistryPorts,
  tx: Tx,
  record: InspectorRecord,
  self?: InspectorId,
): Promise<InspectorFacts> {
  const [sectors, sections] = [await ports.sectors(tx), await ports.sections(tx)];
  return { sectors, sections, certificateHolder: await certificateHolder(tx, record.certificateNo, self) };
}

/** The record that was typed; contact data that were not typed stay as they are. */
function recordOf(input: Add, contact: InspectorRecord['contact']): InspectorRecord {
  const { name, issuer, expiresOn, employment, sectionId, qualifications, cap } = input;
  return {
    ...{ name, issuer, expiresOn, employment, sectionId, qualifications, cap },
    certificateNo: writeCode(input.certificateNo),
    contact: {
      phone: input.phone === undefined ? contact.phone : input.phone,
      identityNumber: input.identityNumber === undefined ? contact.identityNumber : input.identityNumber,
    },
  };
}

function audit(tx: Tx, actor: Actor, inspector: Inspector, event: InspectorEvent): Promise<string> {
  return appendAudit(tx, actor, {
    noun: 'registry',
    aggregateId: inspector.id,
    version: inspector.version,
    event: withoutContact(event),
  });
}

function withoutContact(event: InspectorEvent): { readonly type: string } {
  switch (event.type) {
    case 'inspector-added': {
      const { contact: _, ...inspector } = event.inspector;
      const told = { ...event, inspector };
      return told;
    }
    case 'inspector-changed': {
      const { contact: _, ...record } = event.record;
      const told = { ...event, record };
      return told;
    }
    case 'inspector-duty-changed':
    case 'inspector-leave-registered':
    case 'inspector-leave-cancelled':
      return event;
  }
}
