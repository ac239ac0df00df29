import type { Json } from '../canonical/json.ts';
import { canonicalBytes, readCanonical } from '../canonical/json.ts';
import { codePattern, hashPattern, isTime } from '../canonical/pattern.ts';
import type { Reading } from '../canonical/reading.ts';
import { fault, read } from '../canonical/reading.ts';
import type { Shape } from '../canonical/shape.ts';
import { integer, listOf, matching, objectOf, oneOf } from '../canonical/shape.ts';
import type { Commitment } from '../commitment/commitment.ts';
import type { Hex } from '../hash/hex.ts';
import { bytesOfHex, hexOf } from '../hash/hex.ts';
import { leafHash, rootOfPath } from '../merkle/merkle.ts';
import type { Checkpoint } from './checkpoint.ts';
import { readCheckpoint } from './checkpoint.ts';

/** log.json: the commitment's place in the bureau's public log, under a signed checkpoint (mc-draw/1 §4). */
export interface LogProof {
  readonly entry: {
    readonly kind: 'commitment';
    readonly bureau: string;
    readonly drawNo: number;
    readonly c: Hex;
    readonly at: string;
  };
  readonly index: number;
  readonly size: number;
  readonly path: readonly Hex[];
  /** A C2SP signed note: origin, size and root in base64, an empty line, signatures. */
  readonly checkpoint: string;
}

export type LogFault =
  | 'another-draw'
  | 'not-before-opening'
  | 'checkpoint-malformed'
  | 'checkpoint-of-another-size'
  | 'signature-wrong'
  | 'not-included';

const hash = matching(hashPattern);
const time: Shape<string> = (value, path) =>
  typeof value === 'string' && isTime(value) ? read(value) : fault('wrong-value', path);
const anyText: Shape<string> = (value: Json, path) =>
  typeof value === 'string' ? read(value) : fault('wrong-value', path);
/** Where an entry stands, under which checkpoint. */
export const placeShapes = { index: integer(0), size: integer(1), path: listOf(hash), checkpoint: anyText };
export const timeShape = time;

const proofShape = objectOf({
  entry: objectOf({
    kind: oneOf('commitment'),
    bureau: matching(codePattern),
    drawNo: integer(1),
    c: hash,
    at: time,
  }),
  ...placeShapes,
});

export function readLogProof(bytes: Uint8Array): Reading<LogProof> {
  const json = readCanonical(bytes);
  return json.ok ? proofShape(json.value, '') : json;
}

/** The checkpoint under which the commitment is proven to stand, or what is wrong. Its signature is the caller's to check. */
export function provenUnder(proof: LogProof, commitment: Commitment, c: Hex): Checkpoint | LogFault {
  const { entry } = proof;
  if (entry.c !== c || entry.bureau !== commitment.bureau || entry.drawNo !== commitment.drawNo) return 'another-draw';
  if (entry.at >= commitment.openAt) return 'not-before-opening';
  return placeOf(proof, canonicalBytes(entry));
}

export interface Place {
  readonly index: number;
  readonly size: number;
  readonly path: readonly Hex[];
  readonly checkpoint: string;
}

/** The checkpoint under which an entry stands at its place. */
export function placeOf(proof: Place, entry: Uint8Array): Checkpoint | LogFault {
  const checkpoint = readCheckpoint(proof.checkpoint);
  if (checkpoint === undefined) return 'checkpoint-malformed';
  if (checkpoint.size !== proof.size) return 'checkpoint-of-another-size';
  const path = proof.path.flatMap((node) => bytesOfHex(node) ?? []);
  // Log entries are always hashed with SHA-256, whatever the suite of the draw.
  const leaf = leafHash('sha256', entry);
  const root = rootOfPath('sha256', leaf, proof.index, proof.size, path);
  return root !== undefined && hexOf(root) === hexOf(checkpoint.root) ? checkpoint : 'not-included';
}
