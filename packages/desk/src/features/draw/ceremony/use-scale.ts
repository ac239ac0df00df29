import { useEffect, useState } from 'react';

const width = 1920;
const height = 1080;

/** How much the 1920×1080 stage is enlarged to fill the screen; a 4:3 screen keeps bars above and below. */
export function useScale(): number {
  const [scale, setScale] = useState(scaleNow);
  useEffect(() => {
    const update = () => setScale(scaleNow());
    window.addEventListener('resize', update);
    return () => window.removeEventListener('resize', update);
  }, []);
  return scale;
}

function scaleNow(): number {
  return Math.min(window.innerWidth / width, window.innerHeight / height);
}
