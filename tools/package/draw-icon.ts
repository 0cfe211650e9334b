import { Resvg } from '@resvg/resvg-js';

/** Renders an SVG document as PNG in its own size. */
export function drawIcon(svg: string): Buffer {
  return new Resvg(svg).render().asPng();
}
