import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { drawIcon } from '../../tools/package/draw-icon';

const FOLDER = join(__dirname, '../../appPackage');

/** Of 255; processors differ in the last bit of a color. */
const MOST_DIFFERENCE = 2;

describe('the icons', () => {
  it.each(['color', 'outline'])('%s.png equals what npm run icons draws', (name) => {
    const drawn = PNG.sync.read(drawIcon(readFileSync(join(FOLDER, 'icons', `${name}.svg`), 'utf8')));
    const committed = PNG.sync.read(readFileSync(join(FOLDER, `${name}.png`)));

    const differences = drawn.data.map((value, at) => Math.abs(value - (committed.data[at] ?? 0)));
    expect([committed.width, committed.height]).toEqual([drawn.width, drawn.height]);
    expect(differences.filter((difference) => difference > MOST_DIFFERENCE)).toHaveLength(0);
  });
});
