import { expect, test } from 'vitest';
import { makeGiver } from './giver.ts';
import { type Outcome, unreachableServer } from './outcome.ts';

const done: Outcome<string> = { ok: true, value: '已提交' };
const lost: Outcome<string> = { ok: false, status: 0, refusal: unreachableServer };
const refused: Outcome<string> = { ok: false, status: 409, refusal: { code: 'stale', message: '没有保存' } };

function server(...answers: readonly Outcome<string>[]) {
  const keys: string[] = [];
  const waiting = [...answers];
  const give = makeGiver<string>(async (_input, key) => {
    keys.push(key);
    return waiting.shift() ?? done;
  });
  return { give, keys };
}

test('a double click sends once and both clicks get the same answer', async () => {
  const { give, keys } = server(done);
  expect(await Promise.all([give({ planId: 'a' }), give({ planId: 'a' })])).toEqual([done, done]);
  expect(keys).toHaveLength(1);
});

test('after a lost reply the same input is sent again under the same key', async () => {
  const { give, keys } = server(lost, done);
  expect(await give({ planId: 'a' })).toEqual(lost);
  expect(await give({ planId: 'a' })).toEqual(done);
  expect(keys).toEqual([keys[0], keys[0]]);
});

test('after a refusal the next try has a key of its own, because the server has answered', async () => {
  const { give, keys } = server(refused, done);
  await give({ planId: 'a' });
  await give({ planId: 'a' });
  expect(new Set(keys).size).toBe(2);
});

test('a changed input after a lost reply has a key of its own', async () => {
  const { give, keys } = server(lost, done);
  await give({ planId: 'a' });
  await give({ planId: 'b' });
  expect(new Set(keys).size).toBe(2);
});
