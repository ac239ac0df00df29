import { create } from 'qrcode';

/** A QR code as one SVG path, so that it prints sharp and needs no data address. */
export function Qr({ text, size, label }: { readonly text: string; readonly size: number; readonly label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const cells: string[] = [];
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) if (modules.get(y, x) === 1) cells.push(`M${x} ${y}h1v1h-1z`);
  }
  const edge = modules.size + 4;
  return (
    <svg
      width={size}
      height={size}
      viewBox={`-2 -2 ${edge} ${edge}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path fill="#fff" d={`M-2-2h${edge}v${edge}h-${edge}z`} />
      <path fill="#16201C" d={cells.join('')} />
    </svg>
  );
}
