import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { addressOf, speakChinese } from '@mingchou/contract';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { z } from 'zod';
import { handleCommand } from './command.ts';
import { newCorrelationId } from './correlation.ts';
import { handleFaults } from './fault.ts';
import type { Binding, Module } from './module.ts';
import { describeApi } from './openapi.ts';
import { handleOpen } from './open-route.ts';
import { sendPage } from './page.ts';
import { handleQuery } from './query.ts';
import { sendRefusal } from './reply.ts';
import { type Shell, sessionCookieName } from './shell.ts';
import { mountDesk, mountField } from './static.ts';

const bodyLimit = 20 * 1024 * 1024;

/** The HTTP server over all modules; it listens when the caller says so. */
export async function buildApp(
  shell: Shell,
  modules: readonly Module[],
  logger: FastifyBaseLogger,
): Promise<FastifyInstance> {
  speakChinese();
  const app: FastifyInstance = Fastify({
    loggerInstance: logger,
    genReqId: newCorrelationId,
    logController: new LogController({ requestIdLogLabel: 'correlationId', disableRequestLogging: true }),
    bodyLimit,
    trustProxy: 'loopback',
    forceCloseConnections: true,
  });
  handleFaults(app);
  logRequests(app);
  await protect(app, shell);
  await app.register(compress, { threshold: 1024 });

  const bindings = modules.flatMap((module) => module.bindings);
  for (const binding of bindings) mount(app, shell, binding);
  const description = describeApi(
    bindings.map((binding) => binding.route),
    shell.publicUrl,
  );
  app.get('/openapi.json', () => description);
  app.get('/healthz', async () => ({
    status: 'ok',
    mode: shell.mode,
    audit: { waiting: await shell.sequencer.lag() },
  }));
  mountDesk(app);
  mountField(app);
  for (const module of modules) module.pages?.(app);
  if (!app.hasRoute({ method: 'GET', url: '/' })) {
    app.get('/', (_request, reply) =>
      sendPage(reply, 200, { title: '双随机、一公开', paragraphs: ['还没有公示内容。'] }),
    );
  }
  return app;
}

async function protect(app: FastifyInstance, shell: Shell): Promise<void> {
  const secure = shell.publicUrl.startsWith('https:');
  await app.register(cookie);
  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // WebAssembly is the verifier's kernel.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'"],
        // Bars and meters carry their width in a style attribute; style elements still need the nonce.
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    hsts: secure,
    crossOriginEmbedderPolicy: false,
  });
  await app.register(rateLimit, { global: false });
}

function mount(app: FastifyInstance, shell: Shell, binding: Binding): void {
  const url = addressOf(binding.route);
  switch (binding.kind) {
    case 'command':
      app.post(url, (request, reply) => handleCommand(shell, binding, request, reply));
      break;
    case 'query':
      app.get(url, (request, reply) => handleQuery(shell, binding, request, reply));
      break;
    case 'open':
      app.route({
        method: methodOf(binding),
        url,
        ...(binding.route.kind === 'command' ? { config: { rateLimit: guessing(shell) } } : {}),
        handler: (request, reply) => handleOpen(shell, binding, request, reply),
      });
  }
  refuseOtherMethods(app, url, methodOf(binding));
}

function methodOf(binding: Binding): 'GET' | 'POST' {
  return binding.route.kind === 'command' ? 'POST' : 'GET';
}

const named = z.object({ bureauId: z.string().optional(), login: z.string().optional() });

/** Ten tries a minute from one address under one name; beside it the name itself locks after five failures. */
function guessing(shell: Shell) {
  return {
    max: shell.mode === 'demonstration' ? 600 : 10,
    timeWindow: '1 minute',
    // After the body is read, because the name stands in it.
    hook: 'preHandler' as const,
    keyGenerator: ({ ip, body, cookies }: FastifyRequest) => {
      const { bureauId, login } = named.safeParse(body).data ?? {};
      // Without a name it is a session that guesses; many officers share one address.
      return login === undefined ? `${ip} ${cookies[sessionCookieName] ?? ''}` : `${ip} ${bureauId ?? ''} ${login}`;
    },
  };
}

function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { statusCode } = reply;
    const line = {
      method: request.method,
      url: request.routeOptions.url,
      statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (request.method !== 'GET' || statusCode >= 500) request.log.info(line, 'answered');
    else request.log.debug(line, 'answered');
    done();
  });
}

function refuseOtherMethods(app: FastifyInstance, url: string, allowed: 'GET' | 'POST'): void {
  const others = (['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const).filter((method) => method !== allowed);
  app.route({
    method: others,
    url,
    handler: (_request, reply) =>
      sendRefusal(reply.header('allow', allowed), 405, {
        code: 'method-not-allowed',
        message: `这个地址只接受 ${allowed} 请求，没有办理`,
      }),
  });
}
