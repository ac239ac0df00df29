import type { Suite } from '../hash/digest.ts';
import { type Hex, hexOf } from '../hash/hex.ts';
import type { Kernel } from './kernel.ts';
import { plainKernel } from './plain.ts';
import { simdKernel } from './simd.ts';

let chosen: Kernel | undefined;

/** The fastest kernel that this machine has. */
export function kernel(): Kernel {
  chosen ??= simdKernel() ?? plainKernel;
  return chosen;
}

/** H of the parts of a file joined. */
export function fileHash(suite: Suite, ...parts: readonly Uint8Array[]): Hex {
  return hexOf(kernel().hashOf(suite, ...parts));
}
