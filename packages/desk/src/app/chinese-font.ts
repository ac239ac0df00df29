/**
 * Loads our own Chinese font when the machine has none. Without a font every character is drawn as the same box, so two
 * different characters give the same pixels.
 */
export async function loadChineseFontIfMissing(): Promise<void> {
  if (drawn('国') !== drawn('酬')) return;
  await import('@fontsource-variable/noto-sans-sc/index.css');
}

function drawn(character: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = 24;
  canvas.height = 24;
  const pen = canvas.getContext('2d');
  if (pen === null) return character;
  pen.font = '20px sans-serif';
  pen.fillText(character, 2, 20);
  return canvas.toDataURL();
}
