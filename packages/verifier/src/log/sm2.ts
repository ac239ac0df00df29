import { weierstrass } from '@noble/curves/abstract/weierstrass.js';
import { digest } from '../hash/digest.ts';
import { bytesOfHex, hexOf } from '../hash/hex.ts';
import { utf8 } from '../hash/utf8.ts';

// The recommended curve of GB/T 32918.5—2017.
const p = BigInt('0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffff');
const n = BigInt('0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123');
const a = p - 3n;
const b = BigInt('0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93');
const Gx = BigInt('0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7');
const Gy = BigInt('0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0');
const Point = weierstrass({ p, n, h: 1n, a, b, Gx, Gy });

// The id of a signer that GB/T 35276 gives to whoever has none of his own.
const signerId = '1234567812345678';

function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${hexOf(bytes)}`);
}

function bytesOf(number: bigint): Uint8Array {
  return bytesOfHex(number.toString(16).padStart(64, '0')) ?? new Uint8Array(32);
}

/** e of GB/T 32918.2: the message behind the digest of the signer's id, the curve and his key. */
function digestFor(publicKey: Uint8Array, message: Uint8Array): bigint {
  const id = utf8(signerId);
  const z = digest('sm3', Uint8Array.of(0, id.length * 8), id, ...[a, b, Gx, Gy].map(bytesOf), publicKey.subarray(1));
  return numberOf(digest('sm3', z, message)) % n;
}

/** Whether `signature`, r ‖ s of 32 bytes each, is made over the message by the key, 04 ‖ x ‖ y (GB/T 32918.2 §7). */
export function holdsSm2(publicKey: Uint8Array, signature: Uint8Array, message: Uint8Array): boolean {
  if (signature.length !== 64 || publicKey.length !== 65 || publicKey[0] !== 4) return false;
  const [r, s] = [numberOf(signature.subarray(0, 32)), numberOf(signature.subarray(32))];
  if (r < 1n || r >= n || s < 1n || s >= n) return false;
  const t = (r + s) % n;
  if (t === 0n) return false;
  try {
    const key = Point.fromBytes(publicKey);
    const sum = Point.BASE.multiplyUnsafe(s).add(key.multiplyUnsafe(t));
    return !sum.is0() && (digestFor(publicKey, message) + sum.toAffine().x) % n === r;
  } catch {
    return false;
  }
}

/** 04 ‖ x ‖ y of a private key of 32 bytes. */
export function sm2PublicKey(privateKey: Uint8Array): Uint8Array {
  return Point.BASE.multiply(numberOf(privateKey)).toBytes(false);
}

/**
 * r ‖ s over the message (GB/T 32918.2 §6), or `undefined` when the nonce does not serve and another must be taken.
 * The nonce, 32 bytes, is drawn anew for each signature and told to nobody.
 */
export function signSm2(privateKey: Uint8Array, nonce: Uint8Array, message: Uint8Array): Uint8Array | undefined {
  const [d, k] = [numberOf(privateKey), numberOf(nonce)];
  if (k < 1n || k >= n) return undefined;
  const r = (digestFor(sm2PublicKey(privateKey), message) + Point.BASE.multiply(k).toAffine().x) % n;
  if (r === 0n || r + k === n) return undefined;
  const s = modN(Point.Fn.inv(modN(1n + d)) * modN(k - r * d));
  return s === 0n ? undefined : Uint8Array.from([...bytesOf(r), ...bytesOf(s)]);
}

function modN(number: bigint): bigint {
  return ((number % n) + n) % n;
}
