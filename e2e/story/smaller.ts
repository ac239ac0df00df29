import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** A picture of the screen with a palette of its 256 commonest colours: a third of the size, and no eye sees it. */
export function smaller(png: Buffer): Buffer {
  const { width, height, pixels } = pixelsOf(png);
  const palette = commonest(pixels, 256);
  const place = new Map(palette.map((colour, at) => [colour, at]));
  const rows = Buffer.alloc((width + 1) * height);
  for (const [at, colour] of pixels.entries()) {
    let index = place.get(colour);
    if (index === undefined) place.set(colour, (index = nearest(palette, colour)));
    // Each row begins with the number of its filter: none.
    rows[at + Math.floor(at / width) + 1] = index;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const body = deflateSync(rows, { level: 9 });
  const signature = png.subarray(0, 8);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('PLTE', colours), chunk('IDAT', body), chunk('IEND')]);
}

/** Colours as 0xRRGGBB, row by row. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint32Array;
}

/** Reads what Chromium writes: eight bits a channel, not interlaced, with or without alpha. */
function pixelsOf(png: Buffer): Pixels {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const step = png[25] === 6 ? 4 : 3;
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const data = inflateSync(Buffer.concat(parts));
  const line = width * step;
  const pixels = new Uint32Array(width * height);
  let above = new Uint8Array(line);
  for (let y = 0; y < height; y += 1) {
    const start = y * (line + 1);
    above = unfiltered(data[start] ?? 0, data.subarray(start + 1, start + 1 + line), above, step);
    for (let x = 0; x < width; x += 1) {
      const at = x * step;
      pixels[y * width + x] = ((above[at] ?? 0) << 16) | ((above[at + 1] ?? 0) << 8) | (above[at + 2] ?? 0);
    }
  }
  return { width, height, pixels };
}

function unfiltered(filter: number, line: Uint8Array, above: Uint8Array, step: number): Uint8Array<ArrayBuffer> {
  const row = new Uint8Array(line.length);
  for (let at = 0; at < row.length; at += 1) {
    const [left, up, corner] = [row[at - step] ?? 0, above[at] ?? 0, above[at - step] ?? 0];
    const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
    row[at] = (line[at] ?? 0) + predicted;
  }
  return row;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

function commonest(pixels: Uint32Array, most: number): number[] {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  return [...counts.entries()]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([colour]) => colour);
}

function nearest(palette: readonly number[], colour: number): number {
  const away = (other: number) =>
    [16, 8, 0].reduce((sum, shift) => sum + (((colour >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
  return palette.reduce((best, other, at) => (away(other) < away(palette[best] ?? 0) ? at : best), 0);
}

function chunk(kind: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
