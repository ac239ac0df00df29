import type { FastifyRequest } from 'fastify';

/**
 * Whether a request that changes something comes from a page of ours: it has the header that no foreign form can
 * send without asking first, and what the browser says about its origin agrees.
 */
export function comesFromOurPages(request: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site, 'x-mingchou': mark } = request.headers;
  if (mark !== '1') return false;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return origin === undefined || hostOf(origin) === request.host;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
