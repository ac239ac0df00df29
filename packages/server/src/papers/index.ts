export { closePress, type Paper, typeset } from './typeset.ts';
export { type QrSquares, qrSquares } from './qr.ts';
