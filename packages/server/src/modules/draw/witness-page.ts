import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';

const folder = path.join(import.meta.dirname, 'witness-page');
const parts = {
  'witness.js': 'text/javascript; charset=utf-8',
  'witness.css': 'text/css; charset=utf-8',
} as const;

/** The witness's page: no account, no framework, one script and one style sheet of its own, so that a strict CSP holds. */
export function witnessPages(app: FastifyInstance): void {
  const page = readFileSync(path.join(folder, 'witness.html'), 'utf8');
  app.get('/witness/:token', (_request, reply) => {
    // The address is the right to reveal: it must stay on this device, out of caches and referrers.
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').type('text/html; charset=utf-8');
    return reply.send(page);
  });
  for (const [name, mediaType] of Object.entries(parts)) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    app.get(`/witness/assets/${name}`, (_request, reply) => reply.type(mediaType).send(text));
  }
}
