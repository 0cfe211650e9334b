import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './launch-browser';
import { readmePictures, takePicture } from './readme-pictures';
import { startSandbox } from './sandbox-process';
import { createStage, type Stage } from './stage';
import { storePictures, takeStorePicture } from './store-pictures';
import { recordStory } from './story';
import type { Browser } from 'playwright-core';

const ROOT = join(__dirname, '../..');
const README = 'docs/screenshots';
const STORE = 'appPackage/store';

type Shoot = (browser: Browser, stage: Stage) => Promise<void>;

/** What can be taken, in an order in which no picture shows what another has left behind. */
const SETS: Readonly<Record<string, Shoot>> = {
  story: async (_browser, stage) => {
    save(README, 'story', await recordStory(stage));
  },
  readme: async (_browser, stage) => {
    for (const picture of readmePictures) save(README, picture.name, await takePicture(stage, picture));
  },
  store: async (browser, stage) => {
    for (const picture of storePictures)
      save(STORE, picture.name, await takeStorePicture(browser, stage, picture));
  },
};

/** `npm run pictures [-- story readme store]`: takes the pictures of the README and the store from the local world. */
async function main(): Promise<void> {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !Object.hasOwn(SETS, name));
  if (unknown.length > 0)
    throw new Error(
      `There are no pictures called ${unknown.join(', ')}. Choose of ${Object.keys(SETS).join(', ')}.`,
    );
  for (const [name, shoot] of Object.entries(SETS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    // Each set begins in a world where nothing has been said.
    const sandbox = await startSandbox();
    const browser = await launchBrowser();
    try {
      await shoot(browser, await createStage(browser, sandbox.url));
    } finally {
      await browser.close();
      await sandbox.stop();
    }
  }
}

function save(folder: string, name: string, png: Buffer): void {
  const path = join(folder, `${name}.png`);
  mkdirSync(join(ROOT, folder), { recursive: true });
  writeFileSync(join(ROOT, path), png);
  process.stdout.write(`${path}  ${Math.ceil(png.length / 1024)} KB\n`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
