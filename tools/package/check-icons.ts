import { PNG } from 'pngjs';
import type { Manifest } from './manifest';
import type { Problem } from './problem';
import { readFile } from './read-file';

export interface Icons {
  readonly files: ReadonlyMap<string, Buffer>;
  readonly problems: readonly Problem[];
}

const SIZES = { color: 192, outline: 32 } as const;
const REDRAW = 'Draw the icons with npm run icons.';

/** Reads the two icons, and checks that Teams can show them. */
export function readIcons(root: string, folder: string, { icons }: Manifest): Icons {
  const files = new Map<string, Buffer>();
  const problems = (['color', 'outline'] as const).flatMap((kind) => {
    const name = icons[kind];
    const content = readFile(root, `${folder}/${name}`);
    if (content !== undefined) files.set(name, content);
    const what =
      content === undefined ? 'The file doesn’t exist or can’t be read.' : checkIcon(kind, content);
    return what === undefined ? [] : [{ file: `${folder}/${name}`, what, remedy: REDRAW }];
  });
  return { files, problems };
}

function checkIcon(kind: keyof typeof SIZES, content: Buffer): string | undefined {
  const image = decode(content);
  if (image === undefined) return 'This is not a PNG picture.';
  const size = SIZES[kind];
  const { width, height, data } = image;
  if (width !== size || height !== size)
    return `The icon is ${width} × ${height} pixels; Teams requires ${size} × ${size}.`;
  return kind === 'outline' ? checkOutline(data) : undefined;
}

function decode(content: Buffer): PNG | undefined {
  try {
    return PNG.sync.read(content);
  } catch {
    return undefined;
  }
}

/** Checks that the outline is white or transparent, because Teams colors it itself. */
function checkOutline(data: Buffer): string | undefined {
  let visible = 0;
  let clear = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue, alpha] = data.subarray(at, at + 4);
    if (alpha === 0) {
      clear += 1;
      continue;
    }
    visible += 1;
    if (red !== 255 || green !== 255 || blue !== 255)
      return 'The outline icon contains colors other than white.';
  }
  if (clear === 0) return 'The outline icon has no transparent background.';
  return visible === 0 ? 'The outline icon is empty.' : undefined;
}
