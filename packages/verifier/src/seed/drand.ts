import { bls12_381 } from '@noble/curves/bls12-381.js';
import { digest } from '../hash/digest.ts';
import type { Hex } from '../hash/hex.ts';
import { bytesOfHex } from '../hash/hex.ts';
import type { Source } from './source.ts';

export type DrandSource = Extract<Source, { readonly kind: 'drand' }>;
/** What a chain is known by; a commitment repeats it, so that a verifier needs no network. */
export type DrandChain = Pick<DrandSource, 'chain' | 'key' | 'scheme' | 'period' | 'genesis'> & {
  readonly name: string;
};

/** The public chains whose rounds may stand in a draw: unchained, so that one signature is proof enough (mc-draw/1 §5). */
export const drandChains: readonly DrandChain[] = [
  {
    name: 'quicknet',
    chain: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
    key: '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
    scheme: 'bls-unchained-g1-rfc9380',
    period: 3,
    genesis: 1_692_803_367,
  },
];

/** The listed chain of that hash. */
export function drandChainOf(chain: Hex): DrandChain | undefined {
  return drandChains.find((known) => known.chain === chain);
}

/** True when the source repeats the listed chain's key, scheme, period and genesis to the letter. */
export function isDrandChainTrue(source: DrandSource): boolean {
  const known = drandChainOf(source.chain);
  return (
    known !== undefined &&
    known.key === source.key &&
    known.scheme === source.scheme &&
    known.period === source.period &&
    known.genesis === source.genesis
  );
}

/** When the chain emits the round, in seconds since 1970. */
export function drandRoundTime(chain: Pick<DrandChain, 'genesis' | 'period'>, round: number): number {
  return chain.genesis + (round - 1) * chain.period;
}

/** The first round that the chain emits at or after a moment, given in seconds since 1970. */
export function drandRoundAt(chain: Pick<DrandChain, 'genesis' | 'period'>, seconds: number): number {
  return Math.max(1, Math.ceil((seconds - chain.genesis) / chain.period) + 1);
}

/**
 * Whether the BLS signature is the chain's for that round, offline. Two unchained schemes are known: keys in G2 and
 * signatures in G1 (`bls-unchained-g1-rfc9380`), and the older one the other way round (`pedersen-bls-unchained`).
 * `undefined` for any other scheme. Points off the curve or outside the subgroup are no signature.
 */
export function isDrandSignature(scheme: string, key: Hex, round: number, signature: Hex): boolean | undefined {
  switch (scheme) {
    case 'bls-unchained-g1-rfc9380':
      return isSignedShort(key, round, signature);
    case 'pedersen-bls-unchained':
      return isSignedLong(key, round, signature);
    default:
      return undefined;
  }
}

function isSignedShort(key: Hex, round: number, signature: Hex): boolean {
  if (key.length !== 192 || signature.length !== 96) return false;
  const { shortSignatures } = bls12_381;
  const message = shortSignatures.hash(messageOf(round), 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_');
  return holds(() => shortSignatures.verify(bytesOf(signature), message, bytesOf(key)));
}

function isSignedLong(key: Hex, round: number, signature: Hex): boolean {
  if (key.length !== 96 || signature.length !== 192) return false;
  const { longSignatures } = bls12_381;
  const message = longSignatures.hash(messageOf(round), 'BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_');
  return holds(() => longSignatures.verify(bytesOf(signature), message, bytesOf(key)));
}

/** SHA-256 of the round as eight bytes, highest first. */
function messageOf(round: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(round));
  return digest('sha256', bytes);
}

/** The library throws at bytes that are no point; to us they are merely no signature. */
function holds(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}

function bytesOf(hex: Hex): Uint8Array {
  return bytesOfHex(hex) ?? new Uint8Array();
}
