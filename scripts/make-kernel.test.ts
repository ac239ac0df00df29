import { expect, test } from 'vitest';
import { kernelSource } from '../packages/verifier/src/kernel/wasm.ts';
import { kernelSources } from './make-kernel.ts';

test('the kernel in the verifier was compiled from the sources that stand beside it', () => {
  expect(kernelSource, 'run: node scripts/make-kernel.ts').toBe(kernelSources());
});
