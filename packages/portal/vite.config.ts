import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build, defineConfig, type Plugin } from 'vite';

const here = import.meta.dirname;
/** 360, 奇安信, UOS and Kylin browsers carry Chromium 78 at the oldest. */
const target = 'chrome78';

/** Besides the pages' own script and style: one file that verifies a bundle from the disk, everything inside it. */
function singleFileVerifier(): Plugin {
  return {
    name: 'single-file-verifier',
    apply: 'build',
    async generateBundle() {
      const made = await build({
        configFile: false,
        root: here,
        logLevel: 'warn',
        publicDir: false,
        build: {
          write: false,
          target,
          cssTarget: target,
          rollupOptions: { input: path.join(here, 'src/browser/offline.ts'), output: { format: 'iife' } },
        },
      });
      const [result] = Array.isArray(made) ? made : [made];
      if (result === undefined || !('output' in result)) throw new Error('the offline verifier was not built');
      const script = result.output.find((file) => file.type === 'chunk')?.code ?? '';
      const style = result.output.find((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
      const css = style?.type === 'asset' ? String(style.source) : '';
      const source = readFileSync(path.join(here, 'src/browser/verify.html'), 'utf8')
        .replace('/*STYLE*/', () => css)
        .replace('/*SCRIPT*/', () => script.replaceAll('</script', '<\\/script'));
      this.emitFile({ type: 'asset', fileName: 'verify.html', source });
    },
  };
}

/** The part of the public pages that runs in a browser; the pages themselves are made on the server. */
export default defineConfig({
  root: here,
  base: '/portal/',
  plugins: [singleFileVerifier()],
  worker: { format: 'iife', rollupOptions: { output: { entryFileNames: '[name].js' } } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target,
    cssTarget: target,
    modulePreload: false,
    // The content policy takes fonts from files only.
    assetsInlineLimit: 0,
    rollupOptions: {
      input: {
        portal: path.join(here, 'src/browser/main.ts'),
        ceremony: path.join(here, 'src/browser/ceremony.ts'),
        song: path.join(here, 'src/browser/song.ts'),
      },
      output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]', chunkFileNames: '[name].js' },
    },
  },
});
