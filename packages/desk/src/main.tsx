import './app/older-browsers.ts';
import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import { App } from './app/app.tsx';
import { loadChineseFontIfMissing } from './app/chinese-font.ts';
import '@mingchou/contract/tokens.css';
import './design/base.css';
import './design/table.css';

// zod would try whether it may compile schemas with `new Function`, which the content policy forbids and reports.
config({ jitless: true });

const place = document.getElementById('desk');
if (place === null) throw new Error('index.html has no #desk');
void loadChineseFontIfMissing();
createRoot(place).render(<App />);
