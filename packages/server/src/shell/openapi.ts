import { addressOf, refusalReply, type Route } from '@mingchou/contract';
import { z } from 'zod';

/** The description of the API (OpenAPI 3.1), made from the routes that are bound. */
export function describeApi(routes: readonly Route[], publicUrl: string): object {
  const paths = Object.fromEntries(
    [...routes]
      .sort((a, b) => (addressOf(a) < addressOf(b) ? -1 : 1))
      .map((route) => [
        addressOf(route),
        route.kind === 'command' ? { post: describe(route) } : { get: describe(route) },
      ]),
  );
  return {
    openapi: '3.1.0',
    info: { title: '明抽 · 双随机、一公开', version: '1.0.0', description: '县级应急管理局「双随机、一公开」监督检查' },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: { Refusal: schemaOf(refusalReply, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'mingchou_session' } },
    },
  };
}

function describe(route: Route): object {
  const refusal = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } } };
  const responses = {
    200: { description: '已办理', content: { 'application/json': { schema: schemaOf(route.reply, 'output') } } },
    '4XX': { description: '没有办理，附原因', ...refusal },
    '5XX': { description: '系统出错，附编号', ...refusal },
  };
  const base = { operationId: route.name, tags: [route.noun], summary: route.summary, responses };
  if (route.kind === 'query') return { ...base, parameters: parametersOf(route.input) };
  return {
    ...base,
    parameters: [header('Idempotency-Key', '防重复编号'), header('X-Mingchou', '固定为 1')],
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.input, 'input') } } },
  };
}

function header(name: string, description: string): object {
  return { name, in: 'header', required: true, description, schema: { type: 'string' } };
}

function parametersOf(input: z.ZodType): readonly object[] {
  const schema = schemaOf(input, 'input');
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    required: required.has(name),
    schema: property,
  }));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
