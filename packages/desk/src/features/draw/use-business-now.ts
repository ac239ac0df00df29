import { type Instant, instantOf, millisecondsOf } from '@mingchou/domain';
import { useEffect, useState } from 'react';

/** The bureau's time, second by second: the server's answer plus what has passed here since; this machine's clock is not trusted. */
export function useBusinessNow(answered: Instant, answeredAt: number): Instant {
  const [here, setHere] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setHere(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return instantOf(millisecondsOf(answered) + Math.max(0, here - answeredAt));
}
