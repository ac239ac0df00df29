const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes of padded base64 (RFC 4648 §4), or `undefined` for any other spelling. */
export function base64Bytes(text: string): Uint8Array | undefined {
  if (!/^(?:[0-9A-Za-z+/]{4})*(?:[0-9A-Za-z+/]{2}==|[0-9A-Za-z+/]{3}=)?$/.test(text)) return undefined;
  const digitsOnly = text.replace(/=+$/, '');
  const bytes: number[] = [];
  let rest = 0;
  let bits = 0;
  for (const digit of digitsOnly) {
    rest = (rest << 6) | digits.indexOf(digit);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((rest >>> bits) & 255);
      rest &= (1 << bits) - 1;
    }
  }
  return rest === 0 ? Uint8Array.from(bytes) : undefined;
}

/** Padded base64 of the bytes. */
export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const group = (first << 16) | (second << 8) | third;
    const written = Math.min(3, bytes.length - at) + 1;
    for (let place = 0; place < 4; place++) {
      text += place < written ? (digits[(group >>> (18 - 6 * place)) & 63] ?? '') : '=';
    }
  }
  return text;
}
