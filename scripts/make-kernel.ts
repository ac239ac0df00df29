// `node scripts/make-kernel.ts` compiles packages/verifier/kernel and writes the bytes into the verifier, as text:
// its packages read no files, in no browser and on no server.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import asc from 'assemblyscript/asc';
import { root } from './tool.ts';

const folder = path.join(root, 'packages/verifier/kernel');
const made = path.join(root, 'packages/verifier/src/kernel/wasm.ts');
const options = [
  '-O3',
  '--noAssert',
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--initialMemory',
  '16',
  '--use',
  'abort=',
];

/** SHA-256 of the kernel's sources and of how they are compiled: tells cheaply whether someone forgot to compile. */
export function kernelSources(): string {
  const hash = createHash('sha256').update(options.join(' '));
  for (const name of readdirSync(folder).sort())
    hash.update(`\n${name}\n`).update(readFileSync(path.join(folder, name)));
  return hash.digest('hex');
}

/** The module in base64. The compiler gives the same bytes for the same sources on every machine. */
export async function compileKernel(): Promise<string> {
  let bytes: Uint8Array | undefined;
  const complaints: string[] = [];
  // 112: vectors cannot cross to every host. They do not: only numbers do.
  const { error } = await asc.main(['index.ts', ...options, '--disableWarning', '112', '--outFile', 'kernel.wasm'], {
    readFile: (name) => textOf(path.join(folder, name)),
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') bytes = contents;
    },
    listFiles: () => [],
    stderr: { write: (text) => complaints.push(String(text)) },
  });
  if (error !== null || bytes === undefined) throw new Error(`the kernel does not compile: ${complaints.join('')}`);
  return Buffer.from(bytes).toString('base64');
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

if (import.meta.main) {
  const base64 = await compileKernel();
  const lines = (base64.match(/.{1,110}/g) ?? []).map((line) => `  '${line}',`);
  const text = `// Made by scripts/make-kernel.ts from packages/verifier/kernel; not to be edited.

/** SHA-256 of the sources. */
export const kernelSource = '${kernelSources()}';

/** The compiled module in base64. */
export const kernelBase64 = [
${lines.join('\n')}
].join('');
`;
  writeFileSync(made, text);
}
