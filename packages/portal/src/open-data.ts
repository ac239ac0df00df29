import type { OpenDataDraw, PortalDraw } from '@mingchou/contract';

/** `/open-data/draws.json`: every public draw of every bureau, void ones included. */
export function openDataDraws(
  bureaus: readonly { readonly slug: string; readonly draws: readonly PortalDraw[] }[],
): OpenDataDraw[] {
  return bureaus.flatMap(({ slug, draws }) =>
    draws.map((draw) => ({
      id: draw.id,
      bureau: slug,
      drawNo: draw.drawNo,
      status: draw.status,
      commitment: draw.commitment?.hash ?? null,
      bundle:
        draw.bundle === null
          ? null
          : `/b/${encodeURIComponent(slug)}/draws/${String(draw.drawNo)}/${encodeURIComponent(draw.bundle.file)}`,
    })),
  );
}
