import { randomBytes } from 'node:crypto';

// argon2 is native code that takes a while to load, so it is loaded by the first sign-in and not at the start.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** argon2id with a salt of its own, in the usual `$argon2id$…` spelling that carries the cost. */
export async function hashPassword(password: string, chosen = cost): Promise<string> {
  const { hash } = await import('@node-rs/argon2');
  return hash(password.normalize('NFKC'), chosen);
}

export async function checkPassword(password: string, hashed: string): Promise<boolean> {
  const { verify } = await import('@node-rs/argon2');
  return verify(hashed, password.normalize('NFKC'));
}

let nobodys: Promise<string> | undefined;

/** A hash that no password fits, so that a name nobody has takes as long to refuse as one somebody has. */
export function hashOfNobody(): Promise<string> {
  nobodys ??= hashPassword(randomBytes(24).toString('hex'));
  return nobodys;
}
