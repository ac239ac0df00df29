import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { sendPage } from './page.ts';

export const deskFolder = path.resolve(import.meta.dirname, '../../../desk/dist');
/** Stands in the desk's index.html; antd marks the styles it writes at run time with it. */
const noncePlace = '__CSP_STYLE_NONCE__';

/** The officers' desk below `/desk`: built files as they are, every other address is the application's first page. */
export function mountDesk(app: FastifyInstance, folder = deskFolder): void {
  const assets = path.join(folder, 'assets');
  if (existsSync(assets)) {
    void app.register(fastifyStatic, {
      root: assets,
      prefix: '/desk/assets/',
      decorateReply: false,
      // The names carry a hash of the content.
      immutable: true,
      maxAge: '365d',
    });
  }
  const first = (reply: FastifyReply) => sendFirstPage(folder, reply);
  app.get('/desk', (_request, reply) => first(reply));
  app.get('/desk/*', (_request, reply) => first(reply));
}

async function sendFirstPage(folder: string, reply: FastifyReply): Promise<FastifyReply> {
  reply.header('cache-control', 'no-cache');
  const file = path.join(folder, 'index.html');
  if (!existsSync(file)) {
    const paragraphs = ['请先运行 npm start，它会构建好工作台再启动。'];
    return sendPage(reply, 503, { title: '工作台还没有构建', paragraphs });
  }
  const page = await readFile(file, 'utf8');
  return reply.type('text/html; charset=utf-8').send(page.replaceAll(noncePlace, reply.cspNonce.style));
}

/** The inspectors' phone page: one page for now that says where their work is. */
export function mountField(app: FastifyInstance): void {
  const page = {
    title: '现场检查',
    paragraphs: [
      '这里将是执法人员在现场使用的手机页面。',
      '目前请在工作台里办理：登录后打开「检查」，可以看到派发给您的检查任务，填写检查结果后交业务负责人确认。',
    ],
    link: { text: '打开我的检查任务', to: '/desk/inspection' },
  };
  app.get('/field', (_request, reply) => sendPage(reply, 200, page));
}
