import { crc32 } from 'node:zlib';
import { PNG } from 'pngjs';
import { toAnimatedPng } from '../../tools/pictures/animated-png';

/** A picture of one color with dots of another. */
function picture(dots: readonly (readonly [number, number])[] = [], size = 8): Buffer {
  const image = new PNG({ width: size, height: size });
  image.data.fill(255);
  for (const [x, y] of dots) image.data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
  return PNG.sync.write(image);
}

function chunksOf(png: Buffer): readonly { readonly type: string; readonly data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at < png.length;) {
    const end = at + 8 + png.readUInt32BE(at);
    expect(png.readUInt32BE(end)).toBe(crc32(png.subarray(at + 4, end)));
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, end) });
    at = end + 4;
  }
  return chunks;
}

const numbers = (data: Buffer, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => data.readUInt32BE(index * 4));

describe('toAnimatedPng', () => {
  it('stores the first frame whole, so that it is a PNG for every program', () => {
    const animated = toAnimatedPng([
      { png: picture([[1, 1]]), ms: 100 },
      { png: picture(), ms: 100 },
    ]);

    expect(PNG.sync.read(animated).data).toEqual(PNG.sync.read(picture([[1, 1]])).data);
  });

  it('stores the changed area of each further frame, its time and one sequence of numbers', () => {
    const chunks = chunksOf(
      toAnimatedPng([
        { png: picture(), ms: 100 },
        {
          png: picture([
            [2, 3],
            [5, 4],
          ]),
          ms: 250,
        },
      ]),
    );

    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'acTL', 'fcTL', 'IDAT', 'fcTL', 'fdAT', 'IEND']);
    const [, animation, first, , second, pixels] = chunks.map(({ data }) => data);
    expect(animation && numbers(animation, 2)).toEqual([2, 0]);
    expect(first && numbers(first, 5)).toEqual([0, 8, 8, 0, 0]);
    expect(second && numbers(second, 5)).toEqual([1, 4, 2, 2, 3]);
    expect([second?.readUInt16BE(20), second?.readUInt16BE(22)]).toEqual([250, 1000]);
    expect(pixels?.readUInt32BE(0)).toBe(2);
  });

  it('lengthens a frame that the next one repeats', () => {
    const chunks = chunksOf(
      toAnimatedPng([
        { png: picture(), ms: 100 },
        { png: picture(), ms: 200 },
      ]),
    );

    const [control, ...others] = chunks.filter(({ type }) => type === 'fcTL');
    expect(control?.data.readUInt16BE(20)).toBe(300);
    expect(others).toEqual([]);
  });

  it('refuses frames of different sizes, and none', () => {
    const frames = [
      { png: picture(), ms: 1 },
      { png: picture([], 9), ms: 1 },
    ];

    expect(() => toAnimatedPng(frames)).toThrow('differ in size');
    expect(() => toAnimatedPng([])).toThrow('needs a frame');
  });
});
