import type { SampleBureau } from '../samples.ts';
import type { Scene } from '../scene.ts';
import { tellChangzi } from './changzi.ts';
import { tellGaoxin } from './gaoxin.ts';
import { tellLinzi } from './linzi.ts';
import { tellOpening } from './opening.ts';
import { tellLishan } from './lishan.ts';
import { tellYanshi } from './yanshi.ts';

/** How far a bureau of the demonstration is carried. */
export const stories: Readonly<Record<SampleBureau['story'], (scene: Scene) => Promise<void>>> = {
  opening: tellOpening,
  changzi: tellChangzi,
  linzi: tellLinzi,
  yanshi: tellYanshi,
  gaoxin: tellGaoxin,
  lishan: tellLishan,
};
