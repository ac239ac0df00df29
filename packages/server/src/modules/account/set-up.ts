import { createHash, randomBytes } from 'node:crypto';
import type { AccountRefusal, setupInput } from '@mingchou/contract';
import { type BureauId, instantOf, judgePassword, millisecondsOf, ok, type Result, refuse } from '@mingchou/domain';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Clock } from '../../clock.ts';
import type { Tables } from '../../db/tables.ts';
import { inTx, type Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import type { Gate } from '../../shell/gate.ts';
import { foundIn } from './found-bureau.ts';
import { hashPassword } from './password-hash.ts';
import './tables.ts';

const linkLasts = 24 * 3_600_000;

/** A one-time link for a bureau's first administrator, good for a day. Only its hash is stored. */
export async function makeSetupLink(app: Kysely<Tables>, clock: Clock, publicUrl: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expires = instantOf(millisecondsOf(clock.machine()) + linkLasts);
  await app
    .insertInto('setup_link')
    .values({ token_hash: hashOf(token), expires_at: expires, used_at: null })
    .execute();
  return `${publicUrl}/desk/set-up#${token}`;
}

/** Registers the bureau and its first administrator; the link is used up in the same transaction. */
export async function setUp(
  gate: Gate,
  input: z.output<typeof setupInput>,
): Promise<Result<{ bureauId: string }, AccountRefusal>> {
  if (gate.mode === 'demonstration') return refuse({ code: 'setup-link-void' });
  const { administrator, bureau, token } = input;
  const judged = judgePassword(administrator.password, administrator.login);
  if (!judged.ok) return judged;
  const { password, ...who } = administrator;
  const passwordHash = await hashPassword(password);
  const bureauId = newId<BureauId>();
  return inTx(gate.database, bureauId, async (tx): Promise<Result<{ bureauId: string }, AccountRefusal>> => {
    if (!(await useLink(tx, token))) return refuse({ code: 'setup-link-void' });
    if (await isKnown(tx, bureau)) return refuse({ code: 'bureau-exists' });
    const people = [{ ...who, roles: ['administrator'] as const, section: 'BG', passwordHash }];
    await foundIn(tx, { system: '一次性链接' }, { ...bureau, sections: [['BG', '办公室']], people });
    return ok({ bureauId });
  });
}

async function useLink(tx: Tx, token: string): Promise<boolean> {
  const now = tx.around.clock.machine();
  const used = await tx.db
    .updateTable('setup_link')
    .set({ used_at: now })
    .where('token_hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

async function isKnown(tx: Tx, bureau: { readonly slug: string; readonly name: string }): Promise<boolean> {
  const row = await tx.db
    .selectFrom('bureau')
    .select('bureau_id')
    .where((where) => where.or([where('slug', '=', bureau.slug), where('name', '=', bureau.name)]))
    .executeTakeFirst();
  return row !== undefined;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
