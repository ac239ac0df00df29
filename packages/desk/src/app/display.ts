import { type DisplaySettings, displaySettingsSchema } from '@mingchou/contract';

export const standardDisplay: DisplaySettings = { textSize: 'standard', ground: 'system', density: 'standard' };

const key = 'mingchou-display';

/** 显示 as this browser last showed it, for the first paint; the account's own choice comes with the session. */
export function readDisplay(): DisplaySettings {
  try {
    return displaySettingsSchema.parse(JSON.parse(localStorage.getItem(key) ?? 'null'));
  } catch {
    return standardDisplay;
  }
}

/** Puts the choice on <html>, where tokens.css and base.css look for it, and remembers it in this browser. */
export function applyDisplay(display: DisplaySettings): void {
  const root = document.documentElement;
  set(root, 'theme', display.ground === 'system' ? undefined : display.ground);
  set(root, 'size', display.textSize === 'large' ? 'large' : undefined);
  set(root, 'density', display.density === 'standard' ? undefined : display.density);
  try {
    localStorage.setItem(key, JSON.stringify(display));
  } catch {
    // A browser without storage asks the server each time.
  }
}

function set(root: HTMLElement, name: string, value: string | undefined) {
  if (value === undefined) root.removeAttribute(`data-${name}`);
  else root.setAttribute(`data-${name}`, value);
}
