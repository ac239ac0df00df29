/** Full-width digits, letters and signs become half-width; what only pretends to be a space goes. */
export function halfWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0\u200b\ufeff]/g, ' ');
}

/** A number as people type it (１２, 1,200, 「 41 」), or `undefined`. */
export function parseTypedNumber(text: string): number | undefined {
  const plain = halfWidth(text).replace(/[\s,]/g, '').replace(/^[−–]/, '-');
  if (plain === '' || !/^-?\d+(\.\d+)?$/.test(plain)) return undefined;
  return Number(plain);
}

/** 20220406, 2022-4-6, 2022/4/6, 2022.4.6 and 2022年4月6日 become `2022-04-06`; other text stays as it was typed. */
export function normalizeTypedDate(text: string): string {
  const plain = halfWidth(text).replace(/\s/g, '');
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain);
  if (match === null) return plain;
  return `${match[1]}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}`;
}

/** Codes: upper case, without spaces. */
export function normalizeTypedCode(text: string): string {
  return halfWidth(text).replace(/\s/g, '').toUpperCase();
}
