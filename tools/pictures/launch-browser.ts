import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Launches the installed browser, or the one at `CHROMIUM_PATH`. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });
}

function findBrowser(): string {
  const paths = process.env['CHROMIUM_PATH'] === undefined ? USUAL_PLACES : [process.env['CHROMIUM_PATH']];
  const found = paths.find((path) => existsSync(path));
  if (found === undefined) {
    throw new Error(
      'No browser found. Install Chromium (Debian: apt-get install chromium), Chrome or Edge, or set CHROMIUM_PATH.',
    );
  }
  return found;
}
