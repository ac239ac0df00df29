import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const folder = path.resolve(import.meta.dirname, '../../../../../portal/dist');

/** Style and script of the public pages below `/portal/`; before a build the pages still read, unstyled. */
export function mountAssets(app: FastifyInstance): void {
  if (!existsSync(folder)) return;
  void app.register(fastifyStatic, { root: folder, prefix: '/portal/', decorateReply: false });
}

/** Whether the single-file verifier was built, so that no page offers what is not there. */
export function offlinePageExists(): boolean {
  return existsSync(path.join(folder, 'verify.html'));
}
