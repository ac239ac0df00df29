import type { House } from '../shell/house.ts';

/**
 * Fills an empty database with the demonstration's bureaus, by the commands a person uses. Called once, before the
 * server first listens; when it throws, or the process dies, the next start begins again from nothing.
 */
export async function loadDemonstration(_house: House): Promise<void> {}
