import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawIcon } from './draw-icon';

const folder = join(__dirname, '../../appPackage');

for (const name of ['color', 'outline']) {
  const svg = readFileSync(join(folder, 'icons', `${name}.svg`), 'utf8');
  writeFileSync(join(folder, `${name}.png`), drawIcon(svg));
  process.stdout.write(`appPackage/${name}.png\n`);
}
