import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { addressOf } from '@mingchou/contract';
import Fastify from 'fastify';
import helmet from '@fastify/helmet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeModules } from '../src/composition.ts';
import { mountDesk } from '../src/shell/static.ts';
import type { Binding } from '../src/shell/module.ts';
import { type TestBureau, testBureau } from './harness.ts';

let bureau: TestBureau;
let bindings: readonly Binding[] = [];
beforeAll(async () => {
  bureau = await testBureau({
    compose: (ports) => {
      const modules = composeModules(ports);
      bindings = modules.flatMap((module) => module.bindings);
      return modules;
    },
  });
});
afterAll(() => bureau.close());

test('/healthz says ok, and how many entries wait for the chain', async () => {
  const response = await bureau.app.inject('/healthz');
  expect(response.json()).toMatchObject({
    status: 'ok',
    mode: 'demonstration',
    audit: { waiting: expect.any(Number) },
  });
});

test('/openapi.json is version 3.1 and describes every route once, under its own method', async () => {
  const description = (await bureau.app.inject('/openapi.json')).json<{
    openapi: string;
    paths: Record<string, Record<string, { operationId: string; summary: string }>>;
  }>();
  expect(description.openapi).toMatch(/^3\.1\./);
  const described = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${method} ${path} ${operationId}`),
  );
  const bound = bindings.map(({ route }) => {
    return `${route.kind === 'command' ? 'post' : 'get'} ${addressOf(route)} ${route.name}`;
  });
  expect(described.sort()).toEqual(bound.sort());
});

test('every page carries a policy that lets no foreign or inline script run, with a new nonce each time', async () => {
  const [one, other] = [await bureau.app.inject('/field'), await bureau.app.inject('/field')];
  const policy = String(one.headers['content-security-policy']);
  expect(policy).toContain("default-src 'self'");
  expect(/script-src ([^;]*)/.exec(policy)?.[1]).not.toContain('unsafe-inline');
  const nonce = /style-src [^;]*'nonce-([0-9a-f]+)'/.exec(policy)?.[1] ?? '';
  expect(one.body).toContain(`<style nonce="${nonce}">`);
  expect(other.body).not.toContain(nonce);
});

test('the phone page says in Chinese where an inspector works for now', async () => {
  const { statusCode, body } = await bureau.app.inject('/field');
  expect(statusCode).toBe(200);
  expect(body).toContain('lang="zh-CN"');
  expect(body).toContain('href="/desk/inspection"');
});

test('an address nobody knows is a Chinese page with a way on', async () => {
  const { statusCode, body } = await bureau.app.inject('/no/such/page');
  expect(statusCode).toBe(404);
  expect(body).toContain('没有这个页面');
});

test('every address below /desk is the first page, with the nonce for the styles it writes', async () => {
  const folder = await mkdtemp('/tmp/mingchou-desk-');
  await writeFile(`${folder}/index.html`, '<meta name="style-nonce" content="__CSP_STYLE_NONCE__">');
  const app = Fastify();
  await app.register(helmet, { enableCSPNonces: true });
  mountDesk(app, folder);
  for (const url of ['/desk', '/desk/plan/8f/row/2']) {
    const { body, headers } = await app.inject(url);
    const nonce = /content="([0-9a-f]+)"/.exec(body)?.[1] ?? 'none';
    expect(String(headers['content-security-policy'])).toContain(`'nonce-${nonce}'`);
    expect(headers['cache-control']).toBe('no-cache');
  }
  await app.close();
  await rm(folder, { recursive: true });
});
