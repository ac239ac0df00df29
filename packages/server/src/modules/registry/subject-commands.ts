import type { registryRoutes, RegistryRefusal } from '@mingchou/contract';
import {
  type Actor,
  addSubject as decideAdd,
  changeSubject as decideChange,
  changeSubjectStatus as decideStatus,
  dateOf,
  evolveSubject,
  ok,
  parseSubjectCode,
  refuse,
  type Result,
  type Subject,
  type SubjectCodeRefusal,
  type SubjectEvent,
  type SubjectFacts,
  type SubjectId,
  type SubjectParticulars,
  type SubjectRecord,
  unparticular,
} from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import type { Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import { lastChange, recordChanges } from './history-store.ts';
import type { RegistryPorts } from './ports.ts';
import { codeHolder, insertSubjects, loadSubjectForUpdate, updateSubject } from './subject-store.ts';

type Add = z.output<typeof registryRoutes.addSubject.input>;
type Change = z.output<typeof registryRoutes.changeSubject.input>;
type Status = z.output<typeof registryRoutes.changeSubjectStatus.input>;
type Before = SubjectParticulars & Pick<SubjectRecord, 'contact'>;
type Outcome = Promise<Result<{ id: SubjectId; version: number }, RegistryRefusal>>;

export async function addSubject(ports: RegistryPorts, tx: Tx, actor: Actor, input: Add): Outcome {
  const record = recordOf(input, { ...unparticular, contact: { name: null, phone: null } });
  if (!record.ok) return record;
  const decision = decideAdd(newId<SubjectId>(), record.value, await factsFor(ports, tx, record.value));
  if (!decision.ok) return decision;

  const { subject } = decision.value;
  if ((await insertSubjects(tx, [subject])) === 0) {
    const holder = await codeHolder(tx, subject.code.text);
    return refuse({ code: 'code-taken', holder: holder?.name ?? subject.name });
  }
  await recordChanges(tx, actor, 'subject', [{ id: subject.id, reason: null, changes: [] }]);
  await audit(tx, actor, subject, decision.value);
  return ok({ id: subject.id, version: subject.version });
}

export async function changeSubject(ports: RegistryPorts, tx: Tx, actor: Actor, input: Change): Outcome {
  const subject = await loadSubjectForUpdate(tx, input.id);
  if (subject === undefined) return refuse({ code: 'record-not-found' });
  if (subject.version !== input.version) return refuse({ code: 'stale', ...(await lastChange(tx, input.id)) });
  const record = recordOf(input, subject);
  if (!record.ok) return record;
  const decision = decideChange(subject, record.value, await factsFor(ports, tx, record.value, subject.id));
  if (!decision.ok) return decision;

  const next = evolveSubject(subject, decision.value);
  if (!(await updateSubject(tx, next))) throw new Error('a locked subject changed under its lock');
  await recordChanges(tx, actor, 'subject', [{ id: next.id, reason: input.reason, changes: decision.value.changes }]);
  await audit(tx, actor, next, decision.value);
  return ok({ id: next.id, version: next.version });
}

export async function changeSubjectStatus(tx: Tx, actor: Actor, input: Status): Outcome {
  const subject = await loadSubjectForUpdate(tx, input.id);
  if (subject === undefined) return refuse({ code: 'record-not-found' });
  if (subject.version !== input.version) return refuse({ code: 'stale', ...(await lastChange(tx, input.id)) });
  const to = { kind: input.status, since: input.since, reason: input.reason };
  const decision = decideStatus(subject, to, dateOf(tx.now));
  if (!decision.ok) return decision;

  const next = evolveSubject(subject, decision.value);
  if (!(await updateSubject(tx, next))) throw new Error('a locked subject changed under its lock');
  const changes = [{ field: 'status', from: subject.status.kind, to: next.status.kind }];
  await recordChanges(tx, actor, 'subject', [{ id: next.id, reason: next.status.reason, changes }]);
  await audit(tx, actor, next, decision.value);
  return ok({ id: next.id, version: next.version });
}

async function factsFor(ports: RegistryPorts, tx: Tx, record: SubjectRecord, self?: SubjectId): Promise<SubjectFacts> {
  const [sectors, sections] = [await ports.sectors(tx), await ports.sections(tx)];
  return { sectors, sections, codeHolder: await codeHolder(tx, record.code.text, self), today: dateOf(tx.now) };
}

/** The record that was typed; contact data that were not typed stay as they are. */
function recordOf(input: Add, before: Before): Result<SubjectRecord, SubjectCodeRefusal> {
  const code = parseSubjectCode(input.codeKind, input.code, input.codeKeptReason ?? null);
  if (!code.ok) return code;
  const { name, address, region, sector, priority, creditGrade, standardisation, sectionId } = input;
  return ok({
    code: code.value,
    ...{ name, address, region, sector, priority, creditGrade, standardisation, sectionId },
    ...particularsIn(input, before),
    contact: {
      name: input.contactName === undefined ? before.contact.name : input.contactName || null,
      phone: input.contactPhone === undefined ? before.contact.phone : input.contactPhone,
    },
  });
}

/** What was not sent stays; null takes it away. */
function particularsIn(input: Add, before: SubjectParticulars): SubjectParticulars {
  return {
    kind: input.kind,
    formerNames: input.formerNames === undefined ? before.formerNames : (input.formerNames ?? []),
    location: input.location === undefined ? before.location : input.location,
    industry: input.industry === undefined ? before.industry : input.industry || null,
    grounds: input.grounds ?? (input.priority === 'ordinary' ? [] : before.grounds),
    gradeSource: input.gradeSource === undefined ? before.gradeSource : input.gradeSource || null,
    gradeOn: input.gradeOn === undefined ? before.gradeOn : input.gradeOn,
  };
}

/** The log tells that personal data changed, never what they are. */
function audit(tx: Tx, actor: Actor, subject: Subject, event: SubjectEvent): Promise<string> {
  return appendAudit(tx, actor, {
    noun: 'registry',
    aggregateId: subject.id,
    version: subject.version,
    event: withoutContact(event),
  });
}

function withoutContact(event: SubjectEvent): { readonly type: string } {
  switch (event.type) {
    case 'subject-added': {
      const { contact: _, ...subject } = event.subject;
      const told = { ...event, subject };
      return told;
    }
    case 'subject-changed': {
      const { contact: _, ...record } = event.record;
      const told = { ...event, record };
      return told;
    }
    case 'subject-status-changed':
      return event;
  }
}
