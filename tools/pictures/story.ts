import type { Locator, Page } from 'playwright-core';
import { toAnimatedPng, type Frame } from './animated-png';
import { messageBox, openExtension, pickFirst, replies, settle, TEAMS_ONLY, type Stage } from './stage';

const SIZE = { width: 1080, height: 680 };
const KEY_MS = 55;
const POINTER_STEPS = 5;
const POINTER_MS = 50;

/** The story of the README as an animated PNG: ask, open a course, share it, three people see their own, the manager. */
export async function recordStory(stage: Stage): Promise<Buffer> {
  const page = await stage.open(SIZE);
  const camera = createCamera(page);

  await camera.begin('Ask about your courses in your own words');
  await camera.hold(900);
  await camera.type(messageBox(page), 'what’s overdue?');
  const list = await camera.send(page);
  await camera.hold(2200);
  await camera.click(list.locator('[role="button"]').first());
  await page.waitForTimeout(600);
  await settle(page);
  await camera.hold(2000);

  await page.goto(await stage.channelAddress('Amara'));
  await settle(page);
  await camera.begin('Share a course while you write');
  await camera.click(page.getByRole('button', { name: 'Coursemate', exact: true }), () =>
    openExtension(page),
  );
  await camera.hold(600);
  const extension = page.getByRole('dialog', { name: 'Coursemate' });
  await camera.type(extension.getByRole('combobox'), stage.demo.course.slice(0, 8).toLowerCase());
  await settle(page);
  await camera.hold(700);
  await camera.click(extension.getByRole('option').first(), () => pickFirst(page, extension));
  await camera.hold(600);
  await camera.click(page.getByRole('button', { name: 'Send', exact: true }));
  await page
    .getByRole('article', { name: /^You via/ })
    .last()
    .waitFor();
  await settle(page);
  await camera.hold(900);

  await page.goto(await stage.channelAddress(...stage.demo.people));
  await settle(page);
  await camera.begin('Each person sees their own status, and no one else’s');
  await camera.hold(3200);

  const manager = await stage.open({ ...SIZE, person: 'Katherine' });
  const office = createCamera(manager, camera.frames);
  await office.begin('Managers see where help is needed');
  await office.type(messageBox(manager), 'my team');
  await office.send(manager);
  await office.hold(3500);
  await manager.context().close();
  await page.context().close();
  return toAnimatedPng(camera.frames);
}

/** Takes frames of a page, with a caption below it and a pointer that is drawn into it. */
function createCamera(page: Page, frames: Frame[] = []) {
  let at = { x: SIZE.width / 2, y: SIZE.height / 2 };

  async function hold(ms: number): Promise<void> {
    frames.push({ png: await page.screenshot({ animations: 'disabled', caret: 'hide' }), ms });
  }

  /** Call it after each navigation, which removes caption and pointer. */
  async function begin(caption: string): Promise<void> {
    await page.addStyleTag({
      content: `${TEAMS_ONLY}
        .story-caption { padding: 13px; background: #5b5fc7; color: #fff; font-size: 17px; font-weight: 600;
          text-align: center; }
        .story-pointer { position: fixed; z-index: 99; left: 0; top: 0; width: 20px; pointer-events: none; }`,
    });
    await page.evaluate((words) => {
      const line = Object.assign(document.createElement('div'), {
        className: 'story-caption',
        textContent: words,
      });
      const pointer = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      pointer.setAttribute('class', 'story-pointer');
      pointer.setAttribute('viewBox', '0 0 20 24');
      const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      path.setAttribute('d', 'M2 1v18l5-4.500 3.500 8 3-1.300-3.500-7.700H17z');
      path.setAttribute('fill', '#fff');
      path.setAttribute('stroke', '#242424');
      path.setAttribute('stroke-width', '1.500');
      pointer.append(path);
      document.body.append(line, pointer);
    }, caption);
    await movePointer(at);
    await settle(page);
  }

  function movePointer({ x, y }: { readonly x: number; readonly y: number }): Promise<void> {
    return page.evaluate(
      (to) => {
        const pointer = document.querySelector<SVGElement>('.story-pointer');
        if (pointer !== null) pointer.style.transform = `translate(${to.x}px, ${to.y}px)`;
      },
      { x, y },
    );
  }

  async function click(target: Locator, press: () => Promise<unknown> = () => target.click()): Promise<void> {
    await target.scrollIntoViewIfNeeded();
    const box = await target.boundingBox();
    if (box === null) throw new Error('There is nothing to click.');
    const to = { x: box.x + Math.min(box.width / 2, 120), y: box.y + box.height / 2 };
    const from = at;
    for (let step = 1; step <= POINTER_STEPS; step += 1) {
      const share = step / POINTER_STEPS;
      await movePointer({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
      await hold(POINTER_MS);
    }
    at = to;
    await hold(300);
    await press();
  }

  async function type(box: Locator, text: string): Promise<void> {
    await box.focus();
    for (const character of text) {
      await box.pressSequentially(character);
      await hold(KEY_MS);
    }
    await hold(350);
  }

  /** Sends what is typed and returns the answer. */
  async function send(asked: Page): Promise<Locator> {
    const before = await replies(asked).count();
    await asked.keyboard.press('Enter');
    await hold(500);
    const answer = replies(asked).nth(before);
    await answer.waitFor();
    await settle(asked);
    return answer;
  }

  return { frames, begin, hold, click, type, send };
}
