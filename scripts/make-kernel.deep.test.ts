import { expect, test } from 'vitest';
import { kernelBase64 } from '../packages/verifier/src/kernel/wasm.ts';
import { compileKernel } from './make-kernel.ts';

test('compiling the kernel again gives the same bytes', async () => {
  expect(await compileKernel()).toBe(kernelBase64);
});
