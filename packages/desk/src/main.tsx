import './app/older-browsers.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { loadChineseFontIfMissing } from './app/chinese-font.ts';
import './design/tokens.css';
import './design/base.css';

const place = document.getElementById('desk');
if (place === null) throw new Error('index.html has no #desk');
void loadChineseFontIfMissing();
createRoot(place).render(<App />);
