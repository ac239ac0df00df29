import type { BureauId, InspectorId, Instant, PersonId, Role, SectionId } from '@mingchou/domain';
import { appendAudit, type AuditActor } from '../../audit/append.ts';
import { type Database, inTx, type Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import { sealNumbers } from './personal-numbers.ts';
import './tables.ts';

export interface NewBureau {
  readonly slug: string;
  readonly name: string;
  readonly regionCode: string;
  readonly sectionWord: '科室' | '股室';
  /** Code and name: `['FG', '法规股']`. */
  readonly sections: readonly (readonly [code: string, name: string])[];
  readonly people: readonly NewPerson[];
  /** Where a demonstration's own time begins; without it the bureau lives in real time. */
  readonly standingAt?: Instant;
}

export interface NewPerson {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The code of one of the sections. */
  readonly section?: string;
  readonly inspectorId?: InspectorId;
  readonly phone?: string;
  readonly identityNumber?: string;
  readonly passwordHash: string;
}

export interface FoundedBureau {
  readonly bureauId: BureauId;
  readonly people: readonly { readonly name: string; readonly personId: PersonId; readonly roles: readonly Role[] }[];
}

/** Founds a bureau with its first people: by the set-up link one administrator, in a demonstration everybody. */
export function foundBureau(database: Database, founder: AuditActor, bureau: NewBureau): Promise<FoundedBureau> {
  const bureauId = newId<BureauId>();
  return inTx(database, bureauId, (tx) => foundIn(tx, founder, bureau));
}

export async function foundIn(tx: Tx, founder: AuditActor, bureau: NewBureau): Promise<FoundedBureau> {
  const { bureauId } = tx;
  await tx.db
    .insertInto('bureau')
    .values({
      bureau_id: bureauId,
      slug: bureau.slug,
      name: bureau.name,
      region_code: bureau.regionCode,
      section_word: bureau.sectionWord,
    })
    .execute();
  if (bureau.standingAt !== undefined) {
    await tx.db.insertInto('bureau_clock').values({ bureau_id: bureauId, standing_at: bureau.standingAt }).execute();
  }
  const sections = await addSections(tx, bureau);
  const people = await addPeople(tx, bureau, sections);
  const event = {
    type: 'bureau-founded',
    name: bureau.name,
    people: people.map(({ name, roles }) => ({ name, roles })),
  };
  const at = bureau.standingAt ?? tx.now;
  await appendAudit({ ...tx, now: at }, founder, { noun: 'account', aggregateId: bureauId, version: 1, event });
  return { bureauId, people };
}

async function addSections(tx: Tx, bureau: NewBureau): Promise<ReadonlyMap<string, SectionId>> {
  const rows = bureau.sections.map(([code, name]) => ({
    bureau_id: tx.bureauId,
    section_id: newId<SectionId>(),
    code,
    name,
  }));
  if (rows.length > 0) await tx.db.insertInto('section').values(rows).execute();
  return new Map(rows.map((row) => [row.code, row.section_id]));
}

async function addPeople(tx: Tx, bureau: NewBureau, sections: ReadonlyMap<string, SectionId>) {
  const ids = bureau.people.map((person) => ({ person, id: newId<PersonId>() }));
  const sealed = await sealPeople(tx, ids);
  const rows = ids.map(({ person, id }) => ({
    bureau_id: tx.bureauId,
    person_id: id,
    login: person.login,
    name: person.name,
    roles: person.roles,
    section_id: person.section === undefined ? null : (sections.get(person.section) ?? null),
    inspector_id: person.inspectorId ?? null,
    sealed: sealed.get(id) ?? null,
    password_hash: person.passwordHash,
  }));
  if (rows.length > 0) await tx.db.insertInto('person').values(rows).execute();
  return rows.map((row) => ({ name: row.name, personId: row.person_id, roles: row.roles }));
}

async function sealPeople(
  tx: Tx,
  people: readonly { readonly person: NewPerson; readonly id: PersonId }[],
): Promise<ReadonlyMap<PersonId, Buffer | null>> {
  const sealed = new Map<PersonId, Buffer | null>();
  for (const { person, id } of people) {
    const numbers = { phone: person.phone ?? null, identityNumber: person.identityNumber ?? null };
    sealed.set(id, await sealNumbers(tx, id, numbers));
  }
  return sealed;
}
