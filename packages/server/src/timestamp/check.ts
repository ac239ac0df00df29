import { createHash, verify, X509Certificate } from 'node:crypto';
import { childrenOf, type Der, readDer } from './der.ts';
import { digests, oids, signatures } from './oids.ts';
import { readTimestampReply, type TimestampToken } from './token.ts';

/** What a time-stamp can lack. */
export type TimestampFault =
  | 'malformed'
  | 'refused'
  | 'another-imprint'
  | 'another-nonce'
  | 'algorithm-unsupported'
  | 'certificate-missing'
  | 'certificate-unfit'
  | 'chain-broken'
  | 'content-changed'
  | 'signature-wrong';

export interface StampAsked {
  /** SHA-256 of what was stamped. */
  readonly hash: Uint8Array;
  readonly nonce: Uint8Array;
  /** Whom the installation trusts to name time-stamping authorities. */
  readonly authorities: readonly X509Certificate[];
}

/**
 * The authority's time when the answer is a stamp for this hash and nonce, signed by a certificate for time-stamping
 * that one of the trusted authorities has issued, directly or through certificates of the token, and that was valid then.
 * Not looked at: revocation, policies, name constraints, accuracy.
 */
export function checkTimestamp(
  reply: Uint8Array,
  { hash, nonce, authorities }: StampAsked,
): { readonly time: Date; readonly authority: string } | TimestampFault {
  try {
    const token = readTimestampReply(reply);
    if ('refused' in token) return 'refused';
    const { imprint, signer } = token;
    if (imprint.algorithm !== oids.sha256 || !same(imprint.hash, hash)) return 'another-imprint';
    if (token.nonce === undefined || !same(withoutZeros(token.nonce), withoutZeros(nonce))) return 'another-nonce';
    const time = timeOf(token.time);
    const own = token.certificates.find((raw) => isSigner(raw, signer));
    if (own === undefined) return 'certificate-missing';
    const certificate = new X509Certificate(own);
    if (!isForStamping(certificate, time) || !isNamed(own, signer.attributes)) return 'certificate-unfit';
    const others = token.certificates.map((raw) => new X509Certificate(raw));
    if (!leadsTo(certificate, authorities, others, time, 5)) return 'chain-broken';
    return signatureFault(token, certificate) ?? { time, authority: certificate.subject.replaceAll('\n', ', ') };
  } catch {
    return 'malformed';
  }
}

function signatureFault({ content, signer }: TimestampToken, certificate: X509Certificate): TimestampFault | undefined {
  const { attributes, digestAlgorithm, signatureAlgorithm, signedBytes, signature } = signer;
  const digest = digests[digestAlgorithm];
  const signed = signatureAlgorithm === oids.rsa ? digest : signatures[signatureAlgorithm];
  if (digest === undefined || signed === undefined) return 'algorithm-unsupported';
  const told = attributes.get(oids.messageDigest)?.value;
  if (told === undefined || !same(told, createHash(digest).update(content).digest())) return 'content-changed';
  return verify(signed, signedBytes, certificate.publicKey, signature) ? undefined : 'signature-wrong';
}

function isSigner(raw: Uint8Array, { issuer, serial }: TimestampToken['signer']): boolean {
  const fields = readDer(raw).flatMap(childrenOf).slice(0, 1).flatMap(childrenOf);
  // The version stands first unless it is the oldest.
  const from = fields[0]?.tag === 0xa0 ? 1 : 0;
  const [number, , name] = fields.slice(from);
  return number !== undefined && name !== undefined && same(number.value, serial) && same(name.raw, issuer);
}

function isForStamping(certificate: X509Certificate, time: Date): boolean {
  // RFC 3161 §2.3: this purpose and no other.
  const [purpose, ...others] = certificate.keyUsage ?? [];
  return purpose === oids.timeStamping && others.length === 0 && isValid(certificate, time);
}

/** The signed attributes name the certificate by its hash, so that no other of the same name can be put in its place. */
function isNamed(raw: Uint8Array, attributes: ReadonlyMap<string, Der>): boolean {
  const attribute = attributes.get(oids.signingCertificateV2);
  if (attribute === undefined) return false;
  const [list] = childrenOf(attribute);
  const [first] = list === undefined ? [] : childrenOf(list);
  const parts = first === undefined ? [] : childrenOf(first);
  const hash = parts.find(({ tag }) => tag === 0x04)?.value;
  // The algorithm is left out where it is SHA-256.
  return parts[0]?.tag === 0x04 && hash !== undefined && same(hash, createHash('sha256').update(raw).digest());
}

function leadsTo(
  certificate: X509Certificate,
  authorities: readonly X509Certificate[],
  others: readonly X509Certificate[],
  time: Date,
  steps: number,
): boolean {
  const issued = (by: X509Certificate) =>
    by.ca && isValid(by, time) && certificate.checkIssued(by) && certificate.verify(by.publicKey);
  if (authorities.some((authority) => issued(authority))) return true;
  if (steps === 0) return false;
  return others.some((other) => issued(other) && leadsTo(other, authorities, others, time, steps - 1));
}

function isValid({ validFromDate, validToDate }: X509Certificate, time: Date): boolean {
  return validFromDate <= time && time <= validToDate;
}

function timeOf(text: string): Date {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/.exec(text) ?? [];
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(time.getTime())) throw new Error('time-stamp: no time');
  return time;
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function withoutZeros(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? new Uint8Array() : bytes.subarray(first);
}
