import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import initialise, { type TypstCompiler, TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler';

/** One paper to set: the template's text and what it says, as JSON. */
export interface PressTask {
  readonly template: string;
  readonly data: string;
}

export type PressAnswer = { readonly pdf: Uint8Array } | { readonly fault: string };

const require = createRequire(import.meta.url);
const fonts = [
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSansMono-Bold.ttf',
];

/** A compiler that sees these fonts and the files mapped into it, and neither disk nor network. */
async function buildCompiler(): Promise<TypstCompiler> {
  const kernel = await readFile(require.resolve('@myriaddreamin/typst-ts-web-compiler/wasm'));
  await initialise({ module_or_path: new Uint8Array(kernel) });
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fonts) await builder.add_raw_font(new Uint8Array(await readFile(require.resolve(font))));
  const compiler = await builder.build();
  compiler.add_source('/sheet.typ', await readFile(new URL('./sheet.typ', import.meta.url), 'utf8'));
  return compiler;
}

// Diagnostics as texts; 2 would be objects.
const asText = 3;

function press(compiler: TypstCompiler, { template, data }: PressTask): PressAnswer {
  compiler.add_source('/main.typ', template);
  compiler.map_shadow('/data.json', new TextEncoder().encode(data));
  const made: { readonly result?: Uint8Array; readonly diagnostics?: unknown } = compiler.compile(
    '/main.typ',
    undefined,
    'pdf',
    asText,
  );
  return made.result === undefined ? { fault: JSON.stringify(made.diagnostics) } : { pdf: made.result };
}

const ready = buildCompiler();
parentPort?.on('message', async (task: PressTask) => {
  parentPort?.postMessage(press(await ready, task));
});
