import { Resvg } from '@resvg/resvg-js';

/** The picture that an SVG document describes, as PNG in the document's own size. */
export function drawIcon(svg: string): Buffer {
  return new Resvg(svg).render().asPng();
}
