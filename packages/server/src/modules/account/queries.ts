import type { accountRoutes, PersonRow, SectionRow, SignInChoices, WhoAmI } from '@mingchou/contract';
import {
  type Actor,
  type BureauId,
  maskIdentityNumber,
  maskPhone,
  ok,
  type Result,
  type Role,
  type Terms,
} from '@mingchou/domain';
import { sql } from 'kysely';
import type { z } from 'zod';
import { type Db, inRead } from '../../db/tx.ts';
import type { Gate } from '../../shell/gate.ts';
import type { InstallationMode } from '../../shell/shell.ts';
import { demonstrationPassword } from './demonstration-password.ts';
import { openNumbers, type PersonalNumbers } from './personal-numbers.ts';
import './tables.ts';

type Ok<T> = Promise<Result<T, never>>;

/** The bureaus are public; the people to sign in as are shown in a demonstration only. */
export async function listSignInChoices(gate: Gate, terms: (db: Db) => Promise<Terms>): Ok<SignInChoices> {
  const bureaus = await gate.database.app
    .selectFrom('bureau')
    .select(['bureau_id', 'slug', 'name'])
    .orderBy('slug')
    .execute();
  const demonstration = gate.mode === 'demonstration';
  const rows: SignInChoices['bureaus'][number][] = [];
  for (const bureau of bureaus) {
    const choices = await inRead(gate.database, bureau.bureau_id, async (db) => ({
      terms: await terms(db),
      people: demonstration ? await listChoices(db) : [],
    }));
    rows.push({ id: bureau.bureau_id, slug: bureau.slug, name: bureau.name, ...choices });
  }
  return ok({
    mode: gate.mode,
    demonstrationPassword: demonstration ? demonstrationPassword : null,
    bureaus: rows,
  });
}

async function listChoices({ db, bureauId }: Db): Promise<SignInChoices['bureaus'][number]['people']> {
  const rows = await peopleOf(db, bureauId)
    .select(['person.person_id', 'person.name', 'person.roles', 'section.name as section_name'])
    .where('person.status', '=', 'active')
    .orderBy('person.person_id')
    .execute();
  return rows.map((row) => ({
    id: row.person_id,
    name: row.name,
    roles: [...row.roles],
    section: row.section_name,
  }));
}

/** What the bureau called its sections when it was founded. */
export async function sectionWordOf(db: Db): Promise<string> {
  const bureau = await db.db
    .selectFrom('bureau')
    .select('section_word')
    .where('bureau_id', '=', db.bureauId)
    .executeTakeFirstOrThrow();
  return bureau.section_word;
}

export function whoAmI(mode: InstallationMode, terms: (db: Db) => Promise<Terms>) {
  return async (db: Db, actor: Actor): Ok<WhoAmI> => {
    const bureau = await db.db
      .selectFrom('bureau')
      .select(['slug', 'name'])
      .where('bureau_id', '=', db.bureauId)
      .executeTakeFirstOrThrow();
    const person = await peopleOf(db.db, db.bureauId)
      .select(['person.login', 'person.must_change_password', 'section.name as section_name'])
      .where('person.person_id', '=', actor.personId)
      .executeTakeFirstOrThrow();
    const { sectionId } = actor;
    return ok({
      bureau: {
        id: db.bureauId,
        slug: bureau.slug,
        name: bureau.name,
        terms: await terms(db),
        demonstration: mode === 'demonstration',
      },
      person: {
        id: actor.personId,
        login: person.login,
        name: actor.name,
        roles: [...actor.roles],
        section: sectionId === null ? null : { id: sectionId, name: person.section_name ?? '' },
        inspectorId: actor.inspectorId,
        mustChangePassword: person.must_change_password,
      },
      now: db.now,
      reauthenticatedAt: actor.reauthenticatedAt,
      machineNow: db.around.clock.machine(),
    });
  };
}

type ListPeople = z.output<(typeof accountRoutes)['listPeople']['input']>;
const sortable = { name: 'person.name', login: 'person.login', status: 'person.status' } as const;

export async function listPeople(
  reading: Db,
  _actor: Actor,
  input: ListPeople,
): Ok<{ rows: PersonRow[]; total: number; page: number; size: number }> {
  let found = peopleOf(reading.db, reading.bureauId);
  const { role, search } = input;
  if (role !== undefined) found = found.where(sql<boolean>`${role} = any(person.roles)`);
  if (search !== undefined && search !== '') {
    const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
    found = found.where((where) => where.or([where('person.name', 'like', like), where('person.login', 'like', like)]));
  }
  const { total } = await found.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const column = isSortable(input.sort) ? sortable[input.sort] : 'person.person_id';
  const rows = await found
    .selectAll('person')
    .select('section.name as section_name')
    .orderBy(column, input.order)
    .orderBy('person.person_id')
    .limit(input.size)
    .offset((input.page - 1) * input.size)
    .execute();
  const numbersOf = await openNumbers(reading, rows);
  const view = rows.map((row) => ({
    ...{ id: row.person_id, version: row.version, login: row.login, name: row.name, roles: [...row.roles] },
    section: row.section_id === null ? null : { id: row.section_id, name: row.section_name ?? '' },
    inspectorId: row.inspector_id,
    ...maskedNumbers(numbersOf(row.person_id)),
    status: row.status,
  }));
  return ok({ rows: view, total, page: input.page, size: input.size });
}

export async function listSections(db: Db): Ok<{ rows: SectionRow[] }> {
  return ok({ rows: await sectionsOf(db) });
}

function maskedNumbers({ phone, identityNumber }: PersonalNumbers): PersonalNumbers {
  return {
    phone: phone === null ? null : maskPhone(phone),
    identityNumber: identityNumber === null ? null : maskIdentityNumber(identityNumber),
  };
}

/** The bureau's sections in the order of their codes, for the page and for other nouns' ports. */
export function sectionsOf({ db, bureauId }: Db): Promise<SectionRow[]> {
  return db
    .selectFrom('section')
    .select(['section_id as id', 'version', 'code', 'name', 'parent_id as parentId'])
    .where('bureau_id', '=', bureauId)
    .orderBy('code')
    .execute();
}

/** One person's name and roles, for other nouns' ports; nothing when the bureau has no such person. */
export async function findPerson(
  { db, bureauId }: Db,
  personId: string,
): Promise<{ readonly name: string; readonly roles: readonly Role[] } | undefined> {
  return peopleOf(db, bureauId)
    .select(['person.name', 'person.roles'])
    .where(sql<boolean>`person.person_id = ${personId}::uuid`)
    .executeTakeFirst();
}

function peopleOf(db: Db['db'], bureauId: BureauId) {
  return db
    .selectFrom('person')
    .leftJoin('section', (join) =>
      join.onRef('section.bureau_id', '=', 'person.bureau_id').onRef('section.section_id', '=', 'person.section_id'),
    )
    .where('person.bureau_id', '=', bureauId);
}

function isSortable(sort: string | undefined): sort is keyof typeof sortable {
  return sort !== undefined && Object.hasOwn(sortable, sort);
}

/** Names of the active people who hold the role. */
export async function namesOfRole({ db, bureauId }: Db, role: Role): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('person')
    .select(['name', 'roles'])
    .where('bureau_id', '=', bureauId)
    .where('status', '=', 'active')
    .orderBy('person_id')
    .execute();
  return rows.filter(({ roles }) => roles.includes(role)).map(({ name }) => name);
}
