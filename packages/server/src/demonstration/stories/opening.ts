import { adoptPolicy, publishCatalogue } from '../base.ts';
import type { Scene } from '../scene.ts';

/** A bureau on its first day: its people, its rules and its published list; both registries are still empty. */
export async function tellOpening(scene: Scene): Promise<void> {
  await adoptPolicy(scene);
  await publishCatalogue(scene);
}
