import type { Texts } from '../i18n/catalog';

/** A public document. */
export interface Page {
  readonly path: string;
  render(request: PageRequest): PageAnswer | Promise<PageAnswer>;
}

export interface PageRequest {
  readonly query: URLSearchParams;
  /** The parts of the address that the path names with a colon. */
  readonly parameters: Readonly<Record<string, string>>;
  /** In the language that the browser asks for. */
  readonly texts: Texts;
}

export interface PageAnswer {
  readonly status: number;
  readonly body: string | Buffer;
  /** The content type and headers that differ from those of every answer. */
  readonly headers: Readonly<Record<string, string>>;
}
