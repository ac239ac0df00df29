/** Lower-case hexadecimal text. */
export type Hex = string;

const pairs: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Two lower-case hex characters a byte. */
export function hexOf(bytes: Uint8Array): Hex {
  let text = '';
  for (const byte of bytes) text += pairs[byte];
  return text;
}

/** The bytes of lower-case hex text, or `undefined` for anything else. */
export function bytesOfHex(text: string): Uint8Array | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return undefined;
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(text.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}

/** True for exactly `length` lower-case hex characters. */
export function isHex(text: string, length: number): boolean {
  return text.length === length && /^[0-9a-f]*$/.test(text);
}
