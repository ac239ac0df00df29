import type { registryRoutes, RegistryRefusal } from '@mingchou/contract';
import {
  type Actor,
  addSubject as decideAdd,
  approvalNeeded,
  askForChange,
  changeSubject as decideChange,
  changeSubjectStatus as decideStatus,
  dateOf,
  evolveSubject,
  type FieldChange,
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
  type SubjectRequestId,
  subjectContents,
  unparticular,
} from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import type { Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import { lastChange, recordChanges } from './history-store.ts';
import type { RegistryPorts } from './ports.ts';
import { insertRequest, waitingRequest } from './request-store.ts';
import { codeHolder, insertSubjects, loadSubjectForUpdate, updateSubject } from './subject-store.ts';

type Add = z.output<typeof registryRoutes.addSubject.input>;
type Change = z.output<typeof registryRoutes.changeSubject.input>;
type Status = z.output<typeof registryRoutes.changeSubjectStatus.input>;
type Before = SubjectParticulars & Pick<SubjectRecord, 'contact'>;
type Outcome = Promise<Result<{ id: SubjectId; version: number; pending: boolean }, RegistryRefusal>>;

/** What a person wants done with one object. */
export type Ask =
  | { readonly kind: 'add'; readonly id: SubjectId; readonly input: Add }
  | { readonly kind: 'change'; readonly id: SubjectId; readonly input: Change }
  | { readonly kind: 'status'; readonly id: SubjectId; readonly input: Status };

/** What the rules say it comes to. */
export interface Decided {
  readonly next: Subject;
  readonly event: SubjectEvent;
  readonly reason: string | null;
  readonly changes: readonly FieldChange[];
}

export function addSubject(ports: RegistryPorts, tx: Tx, actor: Actor, input: Add): Outcome {
  return give(ports, tx, actor, { kind: 'add', id: newId<SubjectId>(), input });
}

export function changeSubject(ports: RegistryPorts, tx: Tx, actor: Actor, input: Change): Outcome {
  return give(ports, tx, actor, { kind: 'change', id: input.id, input });
}

export function changeSubjectStatus(ports: RegistryPorts, tx: Tx, actor: Actor, input: Status): Outcome {
  return give(ports, tx, actor, { kind: 'status', id: input.id, input });
}

/** Does what is asked, or puts it down for another person's approval where the bureau's rule wants one. */
async function give(ports: RegistryPorts, tx: Tx, actor: Actor, ask: Ask): Outcome {
  const decision = await decide(ports, tx, ask);
  if (!decision.ok) return decision;
  if (!approvalNeeded(await ports.approval(tx), actor)) return write(tx, actor, decision.value, actor);

  const { next, event, reason, changes } = decision.value;
  const given = {
    ...{ id: newId<SubjectRequestId>(), kind: ask.kind, subjectId: ask.id, name: next.name, reason },
    ...{ subjectVersion: next.version - 1, changes: event.type === 'subject-added' ? subjectContents(next) : changes },
  };
  const asked = askForChange(given, await waitingRequest(tx, ask.id), actor, tx.now);
  if (!asked.ok) return asked;
  const { request } = asked.value;
  if (!(await insertRequest(tx, request, ask.input))) {
    return refuse({ code: 'request-waiting', by: actor.name, at: tx.now });
  }
  await appendAudit(tx, actor, { noun: 'registry', aggregateId: request.id, version: 1, event: asked.value });
  return ok({ id: ask.id, version: next.version - 1, pending: true });
}

/** The decision on what is asked, against the registry as it stands now. */
export async function decide(ports: RegistryPorts, tx: Tx, ask: Ask): Promise<Result<Decided, RegistryRefusal>> {
  if (ask.kind === 'add') {
    const record = recordOf(ask.input, { ...unparticular, contact: { name: null, phone: null } });
    if (!record.ok) return record;
    const added = decideAdd(ask.id, record.value, await factsFor(ports, tx, record.value));
    if (!added.ok) return added;
    return ok({ next: added.value.subject, event: added.value, reason: null, changes: [] });
  }
  const subject = await loadSubjectForUpdate(tx, ask.id);
  if (subject === undefined) return refuse({ code: 'record-not-found' });
  if (subject.version !== ask.input.version) return refuse({ code: 'stale', ...(await lastChange(tx, ask.id)) });
  if (ask.kind === 'status') {
    const { status, since, reason } = ask.input;
    const changed = decideStatus(subject, { kind: status, since, reason }, dateOf(tx.now));
    if (!changed.ok) return changed;
    const next = evolveSubject(subject, changed.value);
    const changes = [{ field: 'status', from: subject.status.kind, to: next.status.kind }];
    return ok({ next, event: changed.value, reason: next.status.reason, changes });
  }
  const record = recordOf(ask.input, subject);
  if (!record.ok) return record;
  const changed = decideChange(subject, record.value, await factsFor(ports, tx, record.value, subject.id));
  if (!changed.ok) return changed;
  const next = evolveSubject(subject, changed.value);
  return ok({ next, event: changed.value, reason: ask.input.reason, changes: changed.value.changes });
}

/** Writes it into the registry: `author` made the change, `actor` is who gives the command now. */
export async function write(
  tx: Tx,
  actor: Actor,
  { next, event, reason, changes }: Decided,
  author: Pick<Actor, 'personId' | 'name'>,
): Outcome {
  if (event.type === 'subject-added') {
    if ((await insertSubjects(tx, [next])) === 0) {
      const holder = await codeHolder(tx, next.code.text);
      return refuse({ code: 'code-taken', holder: holder?.name ?? next.name });
    }
  } else if (!(await updateSubject(tx, next))) throw new Error('a locked subject changed under its lock');
  const approvedBy = actor.personId === author.personId ? null : actor.name;
  await recordChanges(tx, author, 'subject', [{ id: next.id, reason, changes, approvedBy }]);
  await audit(tx, actor, next, event);
  return ok({ id: next.id, version: next.version, pending: false });
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
