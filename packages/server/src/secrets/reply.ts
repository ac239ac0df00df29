import { createHmac } from 'node:crypto';
import type { Db, Tx } from '../db/tx.ts';
import { bureauKeys, currentBureauKey } from './bureau-key.ts';
import { seal, unseal } from './cipher.ts';

const generationLength = 4;

/** A reply kept for a repeated sending, under the bureau's key: it may repeat what somebody typed. */
export async function sealReply(tx: Tx, reply: string): Promise<Buffer> {
  const { generation, key } = await currentBureauKey(tx);
  const head = Buffer.alloc(generationLength);
  head.writeUInt32BE(generation);
  return Buffer.concat([head, seal(key, Buffer.from(reply), placeOf(tx))]);
}

export async function openReply(db: Db, sealed: Buffer): Promise<string> {
  const key = (await bureauKeys(db)).get(sealed.readUInt32BE(0));
  if (key === undefined) throw new Error(`a reply of bureau ${db.bureauId} is sealed with a key it does not have`);
  return unseal(key, sealed.subarray(generationLength), placeOf(db)).toString();
}

/** Tells two bodies apart. Keyed, because a plain hash of a form with one number in it can be tried out. */
export function fingerprint(db: Db, text: string): Buffer {
  return createHmac('sha256', db.around.masterKey).update('mingchou/body/1\n').update(text).digest();
}

function placeOf(db: Db): string {
  return `mingchou/reply/${db.bureauId}`;
}
