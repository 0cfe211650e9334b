import { crc32 } from 'node:zlib';
import { PNG } from 'pngjs';

/** A picture that is shown for some time. */
export interface Frame {
  /** PNG; all frames of an animation have one size. */
  readonly png: Buffer;
  readonly ms: number;
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** RGB without alpha, which all frames must share. */
const COLOR_TYPE = 2;

/**
 * Joins frames to an animated PNG (APNG, W3C PNG third edition) that repeats forever. Each frame after the first holds
 * only the area that changed; a frame that changes nothing lengthens the one before it. Programs that know no animation
 * show the first frame.
 */
export function toAnimatedPng(frames: readonly Frame[]): Buffer {
  const [first, ...others] = mergeEqual(frames.map(({ png, ms }) => ({ image: PNG.sync.read(png), ms })));
  if (first === undefined) throw new Error('An animation needs a frame.');
  const { width, height } = first.image;
  let sequence = 0;
  const chunks: Buffer[] = [
    chunk('IHDR', toHeader(width, height)),
    chunk('acTL', toNumbers(others.length + 1, 0)),
    chunk('fcTL', toFrameControl(sequence++, { x: 0, y: 0, width, height }, first.ms)),
    ...imageData(first.image).map((data) => chunk('IDAT', data)),
  ];
  let before = first.image;
  for (const { image, ms } of others) {
    const area = findChange(before, image);
    if (area === undefined) throw new Error('Equal frames are merged before.');
    chunks.push(chunk('fcTL', toFrameControl(sequence++, area, ms)));
    for (const data of imageData(crop(image, area)))
      chunks.push(chunk('fdAT', Buffer.concat([toNumbers(sequence++), data])));
    before = image;
  }
  return Buffer.concat([SIGNATURE, ...chunks, chunk('IEND', Buffer.alloc(0))]);
}

interface Shown {
  readonly image: PNG;
  readonly ms: number;
}

function mergeEqual(frames: readonly Shown[]): readonly Shown[] {
  const merged: Shown[] = [];
  for (const frame of frames) {
    const last = merged.at(-1);
    if (last !== undefined && findChange(last.image, frame.image) === undefined)
      merged[merged.length - 1] = { image: last.image, ms: last.ms + frame.ms };
    else merged.push(frame);
  }
  return merged;
}

/** The smallest area that holds all pixels that differ. Throws when the sizes differ. */
function findChange(before: PNG, after: PNG): Area | undefined {
  const { width, height } = after;
  if (before.width !== width || before.height !== height) throw new Error('The frames differ in size.');
  const isChanged = (x: number, y: number): boolean => {
    const at = (y * width + x) * 4;
    return before.data.readUInt32LE(at) !== after.data.readUInt32LE(at);
  };
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (isChanged(x, y)) {
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = y;
      }
  if (right === -1) return undefined;
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

function crop(image: PNG, { x, y, width, height }: Area): PNG {
  const part = new PNG({ width, height });
  PNG.bitblt(image, part, x, y, width, height, 0, 0);
  return part;
}

/** The compressed pixels: the contents of the `IDAT` chunks that pngjs writes. */
function imageData(image: PNG): readonly Buffer[] {
  const bytes = PNG.sync.write(image, { colorType: COLOR_TYPE, inputHasAlpha: true, deflateLevel: 9 });
  const parts: Buffer[] = [];
  for (let at = SIGNATURE.length; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return parts;
}

function toHeader(width: number, height: number): Buffer {
  // Bit depth, color type, compression, filter, interlace.
  return Buffer.concat([toNumbers(width, height), Buffer.from([8, COLOR_TYPE, 0, 0, 0])]);
}

function toFrameControl(sequence: number, { x, y, width, height }: Area, ms: number): Buffer {
  const times = Buffer.alloc(6);
  times.writeUInt16BE(ms, 0);
  times.writeUInt16BE(1000, 2);
  // What the frame leaves stays, and it replaces the pixels of its area: two zeros.
  return Buffer.concat([toNumbers(sequence, width, height, x, y), times]);
}

function toNumbers(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4);
  numbers.forEach((number, index) => bytes.writeUInt32BE(number, index * 4));
  return bytes;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([toNumbers(data.length), named, toNumbers(crc32(named))]);
}
