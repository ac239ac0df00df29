import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { sendPage } from '../../../shell/page.ts';
import type { RecordPorts } from '../ports.ts';
import { factsOfPublic } from './of-public.ts';
import { pressRecord } from './print.ts';

const asked = z.object({ slug: z.string().max(63), drawNo: z.string().regex(/^[1-9][0-9]{0,8}$/) });

/** Copies kept in memory: during a ceremony the whole room asks for the same one. */
const mostCopies = 20;

/** `/b/<bureau>/draws/<no>/record.pdf`: the public copy of the record, once there is a result or a public void. */
export function recordPage(app: FastifyInstance, papers: RecordPorts): void {
  const copies = new Map<string, Promise<Uint8Array>>();
  const copyOf = (key: string, press: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    const known = copies.get(key);
    if (known !== undefined) return known;
    const made = press();
    copies.set(key, made);
    made.catch(() => copies.delete(key));
    for (const oldest of copies.keys()) if (copies.size > mostCopies) copies.delete(oldest);
    return made;
  };
  app.get('/b/:slug/draws/:drawNo/record.pdf', async (request, reply) => {
    const { slug, drawNo } = asked.safeParse(request.params).data ?? { slug: '', drawNo: '0' };
    const found = await papers.publicDraw(slug, Number(drawNo));
    if (found === undefined || (found.draw.drawn === null && found.draw.voided === null)) {
      const paragraphs = ['这次抽签还没有开签，或者没有这次抽签。开签之后，这里有抽取记录的公开件。'];
      return sendPage(reply, 404, { title: '还没有抽取记录', paragraphs });
    }
    const { bureau, terms, draw } = found;
    const address = `${papers.publicUrl}/b/${encodeURIComponent(slug)}/draws/${drawNo}`;
    const facts = factsOfPublic(draw, { bureau, terms, demonstration: papers.demonstration, address });
    const pdf = await copyOf(JSON.stringify(facts), () => pressRecord(facts));
    const name = encodeURIComponent(`抽取记录-${draw.year}年第${draw.drawNo}号.pdf`);
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-cache')
      .header('content-disposition', `inline; filename="record-${drawNo}.pdf"; filename*=UTF-8''${name}`)
      .send(Buffer.from(pdf));
  });
}
