import { der, derInteger, derOid } from './der.ts';
import { oids } from './oids.ts';

/** TimeStampReq (RFC 3161 §2.4.1) for a SHA-256 hash; asks for the signer's certificate. */
export function timestampRequest(hash: Uint8Array, nonce: Uint8Array): Uint8Array {
  const algorithm = der(0x30, derOid(oids.sha256), der(0x05));
  const imprint = der(0x30, algorithm, der(0x04, hash));
  return der(0x30, derInteger(Uint8Array.of(1)), imprint, derInteger(nonce), der(0x01, Uint8Array.of(0xff)));
}
