import { utf8 } from '../hash/utf8.ts';
import { base64Bytes, base64Of } from './base64.ts';

/** One signature of a note: who, four bytes of his key's id, and what the key's algorithm makes. */
export interface NoteSignature {
  readonly name: string;
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

/** A C2SP signed note. The signatures are over `text`, its last line feed included. */
export interface SignedNote {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const most = { characters: 100_000, signatures: 100 };
const signatureLine = /^\u2014 ([^\s+]+) ([0-9A-Za-z+/]+={0,2})$/u;

/** The note, or `undefined` when it is not one: text, an empty line, at least one signature, nothing else. */
export function readNote(note: string): SignedNote | undefined {
  if (note.length > most.characters || !note.endsWith('\n')) return undefined;
  const split = note.lastIndexOf('\n\n');
  if (split < 1) return undefined;
  const text = note.slice(0, split + 1);
  if (/[\u0000-\u0009\u000b-\u001f\u007f]/.test(text)) return undefined;
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > most.signatures) return undefined;
  const signatures = lines.flatMap((line) => readSignature(line) ?? []);
  return signatures.length === lines.length ? { text, signatures } : undefined;
}

function readSignature(line: string): NoteSignature | undefined {
  const [, name, encoded] = signatureLine.exec(line) ?? [];
  const bytes = encoded === undefined ? undefined : base64Bytes(encoded);
  if (name === undefined || bytes === undefined || bytes.length < 5) return undefined;
  return { name, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) };
}

export function writeNote({ text, signatures }: SignedNote): string {
  const lines = signatures.map(({ name, keyId, signature }) => {
    return `\u2014 ${name} ${base64Of(Uint8Array.from([...keyId, ...signature]))}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

/** What a signature of the note is made over. */
export function signedBytes({ text }: Pick<SignedNote, 'text'>): Uint8Array {
  return utf8(text);
}
