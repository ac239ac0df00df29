import { createHash } from 'node:crypto';
import { PassThrough, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportListTitles } from '@mingchou/contract';
import type { Actor, BureauId } from '@mingchou/domain';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { appendAudit } from '../../../audit/index.ts';
import type { Db, Tx } from '../../../db/tx.ts';
import type { ExchangePorts, ExportColumn } from '../ports.ts';
import { downloadPath } from './commands.ts';
import { csvOf, xlsxOf } from './files.ts';
import { type BegunExport, saveManifest, waitingExport } from './store.ts';

/** What a download needs of the house beside its database rows. */
export interface ExportHouse {
  readonly actorOf: (cookies: Readonly<Record<string, string | undefined>>) => Promise<Actor | undefined>;
  readonly read: <T>(bureauId: BureauId, run: (db: Db) => Promise<T>) => Promise<T>;
  readonly write: <T>(bureauId: BureauId, run: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly onError: (error: unknown) => void;
}

const query = z.object({ id: z.uuid() });
const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Streams the file of an export that was begun; when its last byte has left, manifest and audit entry are written. */
export function downloadPage(ports: ExchangePorts, house: ExportHouse) {
  return (app: FastifyInstance): void => {
    app.get(downloadPath, async (request, reply) => {
      const actor = await house.actorOf(request.cookies);
      const asked = query.safeParse(request.query);
      const begun =
        actor === undefined || !asked.success
          ? undefined
          : await house.read(actor.bureauId, (db) => waitingExport(db, actor, asked.data.id));
      if (actor === undefined || begun === undefined) {
        const message = '没有导出：这次导出不是您开始的，或已经取走。请回到名录重新导出。';
        return reply.code(actor === undefined ? 401 : 404).send({ code: 'export-not-found', message });
      }
      const out = new PassThrough();
      void send(ports, house, actor, begun, out).catch((error: unknown) => {
        // A browser that went away is no fault of ours; whatever it was, the file must not look whole.
        if (!out.destroyed) house.onError(error);
        out.destroy();
      });
      const name = encodeURIComponent(`${exportListTitles[begun.list]}名录.${begun.format}`);
      return reply
        .header('content-type', mediaTypes[begun.format])
        .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
        .header('cache-control', 'no-store')
        .send(out);
    });
  };
}

async function send(ports: ExchangePorts, house: ExportHouse, actor: Actor, begun: BegunExport, out: PassThrough) {
  const hash = createHash('sha256');
  let rows = 0;
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    // The manifest is written before the file ends, so that who holds the whole file finds it there.
    flush(done) {
      finish(house, actor, begun, rows, hash.digest('hex')).then(() => done(), done);
    },
  });
  await house.read(actor.bureauId, async (db) => {
    const source = ports.lists[begun.list];
    const known = await source.columns(db);
    const columns = begun.columns.flatMap((key): ExportColumn[] => (known[key] === undefined ? [] : [known[key]]));
    const pages = (async function* () {
      for await (const page of source.pages(db, begun.listing, begun.columns)) {
        rows += page.length;
        yield page;
      }
    })();
    const file = begun.format === 'csv' ? csvOf(columns, pages) : xlsxOf(exportListTitles[begun.list], columns, pages);
    await pipeline(file, hashing, out);
  });
}

function finish(house: ExportHouse, actor: Actor, { id, list }: BegunExport, rows: number, sha256: string) {
  return house.write(actor.bureauId, async (tx) => {
    if (!(await saveManifest(tx, id, rows, sha256))) return;
    const event = { type: 'list-exported', list, rows, sha256 };
    await appendAudit(tx, actor, { noun: 'exchange', aggregateId: id, version: 2, event });
  });
}
