import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';

// Names the layout, so that another cipher can one day stand beside this one.
const layout = 1;
const nonceLength = 12;
const tagLength = 16;
const headLength = 1 + nonceLength + tagLength;

export const keyLength = 32;

export function newKey(): KeyObject {
  return createSecretKey(randomBytes(keyLength));
}

/**
 * AES-256-GCM: layout, nonce, tag, ciphertext. `context` names the place the bytes belong to; in another place, or under
 * another key, they do not open.
 */
export function seal(key: KeyObject, bytes: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  const hidden = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([Buffer.of(layout), nonce, cipher.getAuthTag(), hidden]);
}

/** The bytes that were sealed; throws when key, place or bytes are not those of the sealing. */
export function unseal(key: KeyObject, sealed: Buffer, context: string): Buffer {
  if (sealed.length < headLength || sealed[0] !== layout)
    throw new Error(`${context}: these bytes were not sealed here`);
  const nonce = sealed.subarray(1, 1 + nonceLength);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(1 + nonceLength, headLength));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(headLength)), decipher.final()]);
  } catch (cause) {
    throw new Error(`${context}: sealed with another key, or changed since`, { cause });
  }
}

export function wrapKey(by: KeyObject, key: KeyObject, context: string): Buffer {
  return seal(by, key.export(), context);
}

export function unwrapKey(by: KeyObject, wrapped: Buffer, context: string): KeyObject {
  return createSecretKey(unseal(by, wrapped, context));
}
