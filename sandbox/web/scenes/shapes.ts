/** Colors of a course picture. */
export interface Colors {
  /** Dark, for outlines and details. */
  readonly ink: string;
  /** Nearly white, for large shapes. */
  readonly paper: string;
  /** Strong, for the point of the picture. */
  readonly accent: string;
  /** Between paper and background. */
  readonly tint: string;
}

/**
 * Scenes by topic: SVG around the origin, about 200 wide and 130 high. Shapes that name no fill have the color of paper;
 * lines that name no width are 5 wide.
 */
export type Scenes = Readonly<Record<string, (colors: Colors) => string>>;

// eslint-disable-next-line max-params
export function rect(x: number, y: number, width: number, height: number, radius: number, fill = ''): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"${filled(fill)}/>`;
}

// eslint-disable-next-line max-params
export function disc(x: number, y: number, radius: number, fill = ''): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}"${filled(fill)}/>`;
}

/** Lines of text. */
// eslint-disable-next-line max-params
export function lines(x: number, ys: readonly number[], width: number, color: string): string {
  return ys
    .map((y, index) => rect(x, y, index === ys.length - 1 ? width * 0.7 : width, 7, 3, color))
    .join('');
}

/** A bar of a plan. */
// eslint-disable-next-line max-params
export function bar(x: number, y: number, width: number, fill = ''): string {
  return rect(x, y, width, 18, 9, fill);
}

/** Head and shoulders. */
export function person(x: number, y: number, fill: string): string {
  return `<g${filled(fill)}><circle cx="${x}" cy="${y - 26}" r="17"/><path d="M${x - 32} ${y + 42}c0-56 64-56 64 0Z"/></g>`;
}

/** A circle of stars. */
export function stars(fill: string): string {
  return Array.from({ length: 12 }, (_, index) => {
    const angle = (index / 12) * 2 * Math.PI;
    return disc(Math.round(Math.sin(angle) * 29), Math.round(-Math.cos(angle) * 29) + 2, 4, fill);
  }).join('');
}

function filled(fill: string): string {
  return fill === '' ? '' : ` fill="${fill}"`;
}
