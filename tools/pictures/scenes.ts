import type { Page } from 'playwright-core';
import { ask, openExtension, openFirstRow, settle, share, type Stage } from './stage';

/** What the person at the page does before the picture is taken. */
export type Scene = (page: Page, stage: Stage) => Promise<unknown>;

export const myCourses: Scene = (page) => ask(page, 'my courses');

export const course: Scene = async (page) => {
  await openFirstRow(page, await ask(page, 'what is due this week?'));
};

export const team: Scene = (page) => ask(page, 'my team');

export const teammate: Scene = (page) => ask(page, 'status of Amara');

export const whoLooked: Scene = async (page, stage) => {
  const manager = await stage.open({ person: 'Katherine' });
  await teammate(manager, stage);
  await manager.context().close();
  await ask(page, 'who looked at my courses?');
};

export const search: Scene = async (page, stage) => {
  await page.goto(await stage.channelAddress('Amara'));
  await settle(page);
  await openExtension(page);
};

export const sideBySide: Scene = async (page, stage) => {
  await page.goto(await stage.channelAddress('Amara'));
  await settle(page);
  await share(page, stage.demo.course, 'Worth your time this week.');
  await page.goto(await stage.channelAddress(...stage.demo.people));
  await settle(page);
};
