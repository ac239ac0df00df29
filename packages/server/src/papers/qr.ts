import { create } from 'qrcode';

/** A QR code as rows of 0 and 1, for a template to draw: `true` is black. */
export type QrSquares = readonly (readonly boolean[])[];

/** The code of an address, with error correction M: paper is folded and copied. */
export function qrSquares(text: string): QrSquares {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const places = Array.from({ length: modules.size }, (_, place) => place);
  return places.map((y) => places.map((x) => modules.get(y, x) === 1));
}
