import type { Kernel } from './kernel.ts';
import { plainKernel } from './plain.ts';
import { simdKernel } from './simd.ts';

let chosen: Kernel | undefined;

/** The fastest kernel that this machine has. */
export function kernel(): Kernel {
  chosen ??= simdKernel() ?? plainKernel;
  return chosen;
}
