import { childrenOf, type Der, oidOf, readDer } from './der.ts';
import { oids } from './oids.ts';

/** The parts of a TimeStampResp that stands for a granted stamp (RFC 3161 §2.4.2, RFC 5652). */
export interface TimestampToken {
  /** What the authority stamped. */
  readonly imprint: { readonly algorithm: string; readonly hash: Uint8Array };
  /** YYYYMMDDhhmmss[.f]Z as the authority wrote it. */
  readonly time: string;
  readonly nonce: Uint8Array | undefined;
  /** TSTInfo itself, which the signed attributes digest. */
  readonly content: Uint8Array;
  readonly certificates: readonly Uint8Array[];
  readonly signer: {
    /** issuer and serial number, as in the certificate. */
    readonly issuer: Uint8Array;
    readonly serial: Uint8Array;
    readonly digestAlgorithm: string;
    readonly signatureAlgorithm: string;
    /** The signed attributes as the SET that is signed. */
    readonly signedBytes: Uint8Array;
    readonly attributes: ReadonlyMap<string, Der>;
    readonly signature: Uint8Array;
  };
}

/** `refused` with the authority's status when it gave no stamp. Throws when the bytes are no such answer. */
export function readTimestampReply(reply: Uint8Array): TimestampToken | { readonly refused: number } {
  const [status, token] = childrenOf(only(readDer(reply)));
  const code = childrenOf(need(status))[0]?.value.at(-1) ?? 255;
  if (code > 1 || token === undefined) return { refused: code };
  const [type, content] = childrenOf(token);
  expectOid(type, oids.signedData);
  const parts = childrenOf(only(childrenOf(need(content))));
  const encapsulated = childrenOf(need(parts[2]));
  expectOid(encapsulated[0], oids.tstInfo);
  const info = only(childrenOf(need(encapsulated[1])));
  const certificates = parts.find(({ tag }) => tag === 0xa0);
  const signers = childrenOf(need(parts.at(-1)));
  return {
    ...readInfo(only(readDer(info.value))),
    content: info.value,
    certificates: certificates === undefined ? [] : childrenOf(certificates).map(({ raw }) => raw),
    signer: readSigner(only(signers)),
  };
}

function readInfo(info: Der): Pick<TimestampToken, 'imprint' | 'time' | 'nonce'> {
  const [, , imprint, , time, ...options] = childrenOf(info);
  const [algorithm, hash] = childrenOf(need(imprint));
  const written = need(time);
  if (written.tag !== 0x18) throw new Error('time-stamp: no time');
  return {
    imprint: { algorithm: oidOf(need(childrenOf(need(algorithm))[0])), hash: need(hash).value },
    time: new TextDecoder('latin1').decode(written.value),
    // accuracy is a SEQUENCE and ordering a BOOLEAN; the only INTEGER after the time is the nonce.
    nonce: options.find(({ tag }) => tag === 0x02)?.value,
  };
}

function readSigner(signer: Der): TimestampToken['signer'] {
  const [, identity, digestAlgorithm, attributes, signatureAlgorithm, signature] = childrenOf(signer);
  const [issuer, serial] = childrenOf(need(identity));
  const signed = need(attributes);
  if (signed.tag !== 0xa0) throw new Error('time-stamp: nothing is signed');
  const named = childrenOf(signed).map((attribute): [string, Der] => {
    const [type, values] = childrenOf(attribute);
    return [oidOf(need(type)), only(childrenOf(need(values)))];
  });
  return {
    issuer: need(issuer).raw,
    serial: need(serial).value,
    digestAlgorithm: oidOf(need(childrenOf(need(digestAlgorithm))[0])),
    signatureAlgorithm: oidOf(need(childrenOf(need(signatureAlgorithm))[0])),
    // RFC 5652 §5.4: signed as a SET OF, not under the tag it has in the message.
    signedBytes: Uint8Array.of(0x31, ...signed.raw.subarray(1)),
    attributes: new Map(named),
    signature: need(signature).value,
  };
}

function need(part: Der | undefined): Der {
  if (part === undefined) throw new Error('time-stamp: a part is missing');
  return part;
}

function only(parts: readonly Der[]): Der {
  if (parts.length !== 1) throw new Error('time-stamp: one part expected');
  return need(parts[0]);
}

function expectOid(part: Der | undefined, oid: string): void {
  if (oidOf(need(part)) !== oid) throw new Error(`time-stamp: not ${oid}`);
}
