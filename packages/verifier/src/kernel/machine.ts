import { base64Bytes } from '../log/base64.ts';
import { kernelBase64 } from './wasm.ts';

/** What packages/verifier/kernel/index.ts exports. Addresses and numbers of texts; `suite` 0 is SHA-256, 1 is SM3. */
export interface Machine {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly freeMemory: () => number;
  readonly ticketHeads: (
    suite: 0 | 1,
    key: number,
    starts: number,
    lengths: number,
    count: number,
    out: number,
  ) => void;
  readonly leaves: (suite: 0 | 1, salts: number, starts: number, lengths: number, count: number, out: number) => void;
  readonly beginText: (suite: 0 | 1) => void;
  readonly absorb: (suite: 0 | 1, from: number, blocks: number) => void;
  readonly endText: (out: number) => void;
  readonly fold: (suite: 0 | 1, digests: number, count: number) => void;
}

/** As much of WebAssembly as we use. It is part of the language's engines, in Node as in browsers, not of the machine. */
declare const WebAssembly:
  | {
      readonly validate: (bytes: Uint8Array) => boolean;
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
    }
  | undefined;

/** A module of one function that makes a vector: valid only where there is SIMD (Chromium from 91 on). */
// biome-ignore format: one section a line
const smallestSimd = Uint8Array.of(
  0, 97, 115, 109, 1, 0, 0, 0,
  1, 5, 1, 96, 0, 1, 123,
  3, 2, 1, 0,
  10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
);

/** The compiled kernel, or `undefined` where the engine has no SIMD or the page forbids WebAssembly. */
export function openMachine(): Machine | undefined {
  try {
    if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(smallestSimd)) return undefined;
    const bytes = base64Bytes(kernelBase64);
    if (bytes === undefined) return undefined;
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {});
    // Our own module, compiled from kernel/index.ts; what it exports is what stands there.
    return exports as Machine;
  } catch {
    // Chromium before 97 knows no 'wasm-unsafe-eval' and throws; the plain kernel gives the same results.
    return undefined;
  }
}
