import type { SelfCheck } from '@mingchou/contract';
import type { BureauId } from '@mingchou/domain';
import { codeOf, notFoundPage, plainDisplay } from '@mingchou/portal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PortalDatabase } from '../../../db/portal.ts';
import { publicBureau } from './reader.ts';

/** What one code is told about one draw; nothing when the bureau has published no such draw. */
export type SelfCheckPort = (bureauId: BureauId, drawNo: number, code: string) => Promise<SelfCheck | undefined>;

export const selfCheckPath = '/draws/:drawNo/self-check';

/** One question costs the server a recomputation, and a list of codes tried one by one is nobody's own. */
export const selfCheckLimit = { max: 30, timeWindow: '1 minute' };

/** What people paste beyond this is no code. */
const longestCode = 22;

export function askedCode(typed: string): string {
  return codeOf(typed).slice(0, longestCode);
}

/** The same answer as JSON, for the reader's browser and for programs. */
export function selfCheckJson(
  ports: { readonly portal: PortalDatabase; readonly selfCheck: SelfCheckPort },
  app: FastifyInstance,
): void {
  const address = `/b/:slug${selfCheckPath}.json`;
  app.get<Asked>(address, { config: { rateLimit: selfCheckLimit } }, (request, reply) => answer(ports, request, reply));
}

interface Asked {
  readonly Params: { readonly slug: string; readonly drawNo: string };
  readonly Querystring: Readonly<Record<string, unknown>>;
}

async function answer(
  { portal, selfCheck }: { readonly portal: PortalDatabase; readonly selfCheck: SelfCheckPort },
  { params, query }: FastifyRequest<Asked>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const bureau = await publicBureau(portal, params.slug);
  const drawNo = drawNoOf(params.drawNo);
  const typed = query['code'];
  const code = askedCode(typeof typed === 'string' ? typed.slice(0, 200) : '');
  const found =
    bureau === undefined || drawNo === undefined ? undefined : await selfCheck(bureau.bureauId, drawNo, code);
  reply.header('cache-control', 'no-store');
  if (found === undefined) return reply.code(404).type('text/html; charset=utf-8').send(notFoundPage(plainDisplay));
  return reply.send(found);
}

export function drawNoOf(text: string): number | undefined {
  return /^[1-9][0-9]{0,8}$/.test(text) ? Number(text) : undefined;
}
