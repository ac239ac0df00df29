import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The officers' desk, served by the server under `/desk/`. Chromium 78 is what 360, 奇安信, UOS and Kylin browsers carry. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/desk/',
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'chrome78', cssTarget: 'chrome78', assetsInlineLimit: 0 },
  server: { proxy: { '/api': process.env['DESK_API'] ?? 'http://127.0.0.1:8420' } },
});
