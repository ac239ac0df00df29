import { shellRefusals } from '@mingchou/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import pg from 'pg';
import { sendPage } from './page.ts';
import { refuseShell, sendRefusal } from './reply.ts';

/** The outermost handler: what nobody foresaw is logged under a number, and the person gets that number. */
export function handleFaults(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const status = statusOf(error);
    if (status === 429) return sendTooMany(reply);
    if (status === 413) return refuseShell(reply, 'too-large');
    if (status !== undefined && status < 500) return refuseShell(reply, 'unreadable-request');
    const unavailable = isOutage(error);
    request.log.error({ err: error }, unavailable ? 'database unavailable' : 'fault');
    if (unavailable) {
      reply.header('retry-after', '5');
      return sendFault(request, reply, 503, 'unavailable', '数据库暂时连不上，本次没有办理。请稍候再试');
    }
    return sendFault(request, reply, 500, 'fault', '系统出错，本次没有办理。请再试一次；仍不行请把编号告诉系统管理员');
  });
  app.setNotFoundHandler((request, reply) => {
    if (isApi(request)) return refuseShell(reply, 'no-such-address');
    const link = { text: '回到公示首页', to: '/' };
    return sendPage(reply, 404, {
      title: '没有这个页面',
      paragraphs: [shellRefusals['no-such-address'].message],
      link,
    });
  });
}

function sendFault(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  code: string,
  words: string,
): FastifyReply {
  const message = `${words}（编号 ${request.id}）`;
  if (isApi(request)) return sendRefusal(reply, status, { code, message, correlationId: request.id });
  return sendPage(reply, status, { title: '页面没有打开', paragraphs: [message] });
}

function sendTooMany(reply: FastifyReply): FastifyReply {
  const seconds = Number(reply.getHeader('retry-after') ?? 60);
  const { status, message } = shellRefusals['too-many-requests'];
  const code = 'too-many-requests';
  return sendRefusal(reply, status, { code, message: message({ code, seconds }), facts: { seconds } });
}

export function isApi(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/');
}

function statusOf(error: unknown): number | undefined {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : undefined;
}

// Classes 08 (connection), 53 (resources), 57 (operator) of PostgreSQL, and sockets that are not there.
function isOutage(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return /^(08|53|57)/.test(error.code ?? '');
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ECONNREFUSED' || code === 'ENOENT' || code === 'ECONNRESET') {
    return error instanceof Error && 'syscall' in error && error.syscall !== 'open';
  }
  return error instanceof Error && /Connection terminated|timeout exceeded when trying to connect/.test(error.message);
}
