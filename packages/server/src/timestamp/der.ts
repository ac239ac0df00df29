/** One element of DER: definite lengths only, tags of one byte; what is more than that is refused. */
export interface Der {
  readonly tag: number;
  readonly value: Uint8Array;
  /** Tag, length and value as they came. */
  readonly raw: Uint8Array;
}

/** The elements that lie one after another in these bytes. Throws when they are no DER. */
export function readDer(bytes: Uint8Array): readonly Der[] {
  const found: Der[] = [];
  for (let at = 0; at < bytes.length; ) {
    const one = readOne(bytes.subarray(at));
    found.push(one);
    at += one.raw.length;
  }
  return found;
}

export function childrenOf({ tag, value }: Der): readonly Der[] {
  if ((tag & 0x20) === 0) throw new Error('DER: no parts here');
  return readDer(value);
}

function readOne(bytes: Uint8Array): Der {
  const [tag = 0, first = 0] = bytes;
  if (bytes.length < 2 || (tag & 0x1f) === 0x1f || first === 0x80) throw new Error('DER: malformed');
  const more = first < 0x80 ? 0 : first & 0x7f;
  if (more > 3) throw new Error('DER: too long');
  let length = more === 0 ? first : 0;
  for (const byte of bytes.subarray(2, 2 + more)) length = length * 256 + byte;
  const from = 2 + more;
  if (from + length > bytes.length) throw new Error('DER: cut short');
  return { tag, value: bytes.subarray(from, from + length), raw: bytes.subarray(0, from + length) };
}

export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const value = Uint8Array.from(parts.flatMap((part) => [...part]));
  const { length } = value;
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Uint8Array.from([tag, ...head, ...value]);
}

/** A whole number that is not negative, from its big-endian bytes. */
export function derInteger(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first < 0 ? Uint8Array.of(0) : bytes.subarray(first);
  return der(0x02, (digits[0] ?? 0) >= 0x80 ? Uint8Array.of(0, ...digits) : digits);
}

/** 1.2.840.113549.1.7.2 */
export function derOid(text: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const sevens: number[] = [];
    for (let left = arc; sevens.length === 0 || left > 0; left = Math.floor(left / 128)) sevens.unshift(left % 128);
    return sevens.map((seven, at) => (at === sevens.length - 1 ? seven : seven + 128));
  });
  return der(0x06, Uint8Array.from(bytes));
}

export function oidOf({ tag, value }: Der): string {
  if (tag !== 0x06) throw new Error('DER: no object identifier');
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of value) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const [first = 0, ...rest] = arcs;
  const top = Math.min(2, Math.floor(first / 40));
  return [top, first - top * 40, ...rest].join('.');
}
