import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { PortalDatabase } from '../db/portal.ts';
import { consistencyProof, entriesBetween, inclusionProof, latestCheckpoint, verifierKeys } from './read.ts';

/** Entries a request may ask for. */
export const mostEntries = 1000;

const place = z
  .string()
  .regex(/^(?:0|[1-9][0-9]{0,8})$/)
  .transform(Number);
const between = z.object({ from: place, to: place });
const within = z.object({ index: place, size: place });

// What lies under a signed checkpoint never changes.
const forGood = 'public, max-age=31536000, immutable';

/** `/log/…`: the public log for auditors' programs, read by the portal's role alone. */
export function logPages(portal: PortalDatabase): (app: FastifyInstance) => void {
  return (app) => {
    app.get('/log/checkpoint', async (_request, reply) => plain(reply, (await latestCheckpoint(portal)).note));
    app.get('/log/key', async (_request, reply) => plain(reply, `${(await verifierKeys(portal)).join('\n')}\n`));
    app.get('/log/entries', async ({ query }, reply) => {
      const asked = between.safeParse(query);
      if (!asked.success) return refuse(reply, 400, wrongQuery('from、to'));
      const { from, to } = asked.data;
      if (to < from || to - from > mostEntries) return refuse(reply, 400, `一次最多取${mostEntries}条，from不大于to`);
      if (to > (await sizeOf(portal))) return refuse(reply, 404, tooFar);
      return send(reply, { from, to, entries: await entriesBetween(portal, from, to) });
    });
    app.get('/log/proof', async ({ query }, reply) => {
      const asked = within.safeParse(query);
      if (!asked.success) return refuse(reply, 400, wrongQuery('index、size'));
      const { index, size } = asked.data;
      if (size > (await sizeOf(portal))) return refuse(reply, 404, tooFar);
      const path = await inclusionProof(portal, index, size);
      return path === undefined ? refuse(reply, 400, 'index应当小于size') : send(reply, { index, size, path });
    });
    app.get('/log/consistency', async ({ query }, reply) => {
      const asked = between.safeParse(query);
      if (!asked.success) return refuse(reply, 400, wrongQuery('from、to'));
      const { from, to } = asked.data;
      if (to > (await sizeOf(portal))) return refuse(reply, 404, tooFar);
      const path = await consistencyProof(portal, from, to);
      return path === undefined ? refuse(reply, 400, 'from应当不大于to') : send(reply, { from, to, path });
    });
  };
}

const tooFar = '公开日志还没有这么多条';

function wrongQuery(names: string): string {
  return `网址里要写明${names}，都是不带前导零的非负整数`;
}

async function sizeOf(portal: PortalDatabase): Promise<number> {
  return (await latestCheckpoint(portal)).size;
}

function plain(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('text/plain; charset=utf-8').header('cache-control', 'no-cache').send(text);
}

function send(reply: FastifyReply, body: object): FastifyReply {
  return reply.header('cache-control', forGood).send(body);
}

function refuse(reply: FastifyReply, status: 400 | 404, message: string): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').send({ message });
}
