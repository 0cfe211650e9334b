import * as scenes from './scenes';
import type { Appearance, Stage } from './stage';

interface Picture extends Appearance {
  readonly name: string;
  readonly scene: scenes.Scene;
}

/** The pictures of the README, by the names of their files. */
export const readmePictures: readonly Picture[] = [
  { name: 'my-courses-light', scene: scenes.myCourses },
  { name: 'my-courses-dark', theme: 'dark', scene: scenes.myCourses },
  { name: 'my-courses-contrast', theme: 'contrast', scene: scenes.myCourses },
  { name: 'course-light', scene: scenes.course },
  { name: 'course-phone-light', width: 360, height: 780, scene: scenes.course },
  { name: 'search-light', scene: scenes.search },
  { name: 'side-by-side-light', width: 1440, scene: scenes.sideBySide },
  { name: 'team-light', person: 'Katherine', scene: scenes.team },
  { name: 'teammate-light', person: 'Katherine', scene: scenes.teammate },
  { name: 'who-looked-light', scene: scenes.whoLooked },
];

/** Takes a picture and returns it as PNG. */
export async function takePicture(stage: Stage, { scene, ...appearance }: Picture): Promise<Buffer> {
  const page = await stage.open(appearance);
  await scene(page, stage);
  // The pointer would mark what is under it.
  await page.mouse.move(0, 0);
  const png = await page.screenshot({ animations: 'disabled' });
  await page.context().close();
  return png;
}
