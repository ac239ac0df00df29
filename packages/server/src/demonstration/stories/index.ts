import type { Scene } from '../scene.ts';
import { tellChangzi } from './changzi.ts';
import { tellGaoxin } from './gaoxin.ts';
import { tellLinzi } from './linzi.ts';
import { tellLishan } from './lishan.ts';
import { tellYanshi } from './yanshi.ts';

/** How far each bureau of the demonstration is carried, by its slug. */
export const stories: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  changzi: tellChangzi,
  linzi: tellLinzi,
  yanshi: tellYanshi,
  gaoxin: tellGaoxin,
  lishan: tellLishan,
};
