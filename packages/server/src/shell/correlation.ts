import { randomBytes } from 'node:crypto';

/** A number an officer can read out over the telephone: `7F3A-21C8`. */
export function newCorrelationId(): string {
  const hex = randomBytes(4).toString('hex').toUpperCase();
  return `${hex.slice(0, 4)}-${hex.slice(4)}`;
}
