import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { PortalDatabase } from '../db/portal.ts';
import type { Tables } from '../db/tables.ts';
import { noteOf, stampedStates, stampOf } from './stamp.ts';
import { type CosignRefusal, latestCosigned, takeCosignatures, withCosignatures, witnessKeys } from './cosign.ts';
import {
  besideKeys,
  consistencyProof,
  entriesBetween,
  inclusionProof,
  latestCheckpoint,
  verifierKeys,
} from './read.ts';

/** Entries a request may ask for. */
export const mostEntries = 1000;

const place = z
  .string()
  .regex(/^(?:0|[1-9][0-9]{0,8})$/)
  .transform(Number);
const between = z.object({ from: place, to: place });
const ofSize = z.object({ size: place });
const within = z.object({ index: place, size: place });

// What lies under a signed checkpoint never changes.
const forGood = 'public, max-age=31536000, immutable';

/** `/log/…`: the public log for auditors' programs, read by the portal's role alone. */
export function logPages(portal: PortalDatabase): (app: FastifyInstance) => void {
  return (app) => {
    app.get('/log/checkpoint', async (_request, reply) => {
      const { size, note } = await latestCheckpoint(portal);
      return plain(reply, await withCosignatures(portal, size, note));
    });
    app.get('/log/cosigned', async (_request, reply) => {
      const cosigned = await latestCosigned(portal);
      return cosigned === undefined ? refuse(reply, 404, '还没有见证人副署过校验点') : plain(reply, cosigned);
    });
    app.get('/log/witnesses', async (_request, reply) => plain(reply, linesOf(await witnessKeys(portal))));
    app.get('/log/key', async (_request, reply) => plain(reply, linesOf(await verifierKeys(portal))));
    app.get('/log/key/sm2', async (_request, reply) => plain(reply, linesOf(await besideKeys(portal))));
    app.get('/log/timestamps', async (_request, reply) =>
      reply.header('cache-control', 'no-cache').send(await stampedStates(portal)),
    );
    app.get('/log/timestamp', async ({ query }, reply) => {
      const asked = ofSize.safeParse(query);
      const stamp = asked.success ? await stampOf(portal, asked.data.size) : undefined;
      if (stamp === undefined) return refuse(reply, 404, '这个条数的校验点没有时间戳。有的见/log/timestamps');
      return reply.type('application/timestamp-reply').header('cache-control', forGood).send(Buffer.from(stamp));
    });
    app.get('/log/note', async ({ query }, reply) => {
      const asked = ofSize.safeParse(query);
      const note = asked.success ? await noteOf(portal, asked.data.size) : undefined;
      if (note === undefined) return refuse(reply, 404, '没有签过这个条数的校验点');
      return reply.type('text/plain; charset=utf-8').header('cache-control', forGood).send(note);
    });
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

const cosignRefusals: Readonly<Record<CosignRefusal, readonly [status: 400 | 403 | 409, message: string]>> = {
  'not-a-checkpoint': [400, '没有收下副署：送来的不是一份签名的校验点'],
  'another-state': [
    409,
    '没有收下副署：这个日志没有签过这份校验点。您看到的和这里的不是同一个日志，请保存您的那份并报告',
  ],
  'unknown-witness': [403, '没有收下副署：没有登记过的见证人的签名。请把公钥交给系统管理员登记'],
  'signature-wrong': [403, '没有收下副署：见证人的签名对不上'],
};

/** A note has no more bytes than this. */
const longestNote = 20_000;

/** `POST /log/cosignature`: a note with a witness's line. No session: the signature is the right to speak. */
export function cosignaturePage(app: FastifyInstance, tables: Kysely<Tables>): void {
  void app.register((scope, _options, done) => {
    scope.addContentTypeParser('text/plain', { parseAs: 'string', bodyLimit: longestNote }, (_request, body, parsed) =>
      parsed(null, body),
    );
    scope.post('/log/cosignature', { bodyLimit: longestNote }, async ({ body }, reply) => {
      const taken = await takeCosignatures(tables, typeof body === 'string' ? body : '');
      if (typeof taken === 'string') return refuse(reply, ...cosignRefusals[taken]);
      return reply.header('cache-control', 'no-store').send(taken);
    });
    done();
  });
}

const tooFar = '公开日志还没有这么多条';

function wrongQuery(names: string): string {
  return `网址里要写明${names}，都是不带前导零的非负整数`;
}

async function sizeOf(portal: PortalDatabase): Promise<number> {
  return (await latestCheckpoint(portal)).size;
}

function linesOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

function plain(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('text/plain; charset=utf-8').header('cache-control', 'no-cache').send(text);
}

function send(reply: FastifyReply, body: object): FastifyReply {
  return reply.header('cache-control', forGood).send(body);
}

function refuse(reply: FastifyReply, status: 400 | 403 | 404 | 409, message: string): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').send({ message });
}
