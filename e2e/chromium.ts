import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

const root = path.resolve(import.meta.dirname, '..');
const packed = path.join(root, 'node_modules/@sparticuz/chromium');
const cache = path.join(root, 'node_modules/.cache/mingchou');
const inflate = promisify(brotliDecompress);

/** A Chromium that runs without a browser, a font or a library installed on the machine. */
export interface Chromium {
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Unpacks the npm package's Chromium once per version, beside the other caches of node_modules. */
export async function unpackedChromium(): Promise<Chromium> {
  const { version } = JSON.parse(await readFile(path.join(packed, 'package.json'), 'utf8')) as { version: string };
  const folder = path.join(cache, `chromium-${version}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return {
    executable: path.join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: path.join(folder, 'lib'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
      HOME: process.env['HOME'] ?? folder,
      PATH: process.env['PATH'] ?? '',
      TZ: 'Asia/Shanghai',
    },
  };
}

/** Unpacks beside the place and moves: two runs at once leave one whole folder, not a torn one. */
async function unpackInto(folder: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const aside = await mkdtemp(`${folder}-`);
  const binary = path.join(aside, 'chromium');
  await writeFile(binary, await inflate(await readFile(path.join(packed, 'bin/chromium.br'))));
  await chmod(binary, 0o755);
  for (const archive of ['al2023.tar.br', 'swiftshader.tar.br']) {
    await untar(await inflate(await readFile(path.join(packed, 'bin', archive))), aside);
  }
  await writeFile(path.join(aside, 'fonts.conf'), fontConfiguration());
  await chmod(aside, 0o755);
  await rename(aside, folder).catch(() => rm(aside, { recursive: true, force: true }));
}

function untar(archive: Buffer, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const tar = spawn('tar', ['-x', '-C', folder], { stdio: ['pipe', 'ignore', 'inherit'] });
    tar.on('error', reject);
    tar.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`tar ended with ${code}`))));
    tar.stdin.end(archive);
  });
}

/** A fresh Debian has no Chinese font: the ones of the npm packages are the only fonts the browser sees. */
function fontConfiguration(): string {
  const folders = ['noto-sans-sc', 'noto-serif-sc'].flatMap((family) =>
    ['400Regular', '700Bold'].map((weight) => path.join(root, 'node_modules/@expo-google-fonts', family, weight)),
  );
  const aliases = [
    ['sans-serif', 'Noto Sans SC'],
    ['system-ui', 'Noto Sans SC'],
    ['serif', 'Noto Serif SC'],
    ['monospace', 'Noto Sans SC'],
  ];
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    ...folders.map((folder) => `<dir>${folder}</dir>`),
    `<cachedir>${path.join(cache, 'fontconfig')}</cachedir>`,
    ...aliases.map(
      ([generic, family]) => `<alias><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`,
    ),
    '</fontconfig>',
  ].join('\n');
}
