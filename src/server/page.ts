/** A document that is served to anybody who asks for it. */
export interface Page {
  readonly path: string;
  /** `parameters` are the parts of the address that the path names with a colon. */
  render(
    query: URLSearchParams,
    parameters: Readonly<Record<string, string>>,
  ): PageAnswer | Promise<PageAnswer>;
}

export interface PageAnswer {
  readonly status: number;
  readonly body: string | Buffer;
  /** Content type, and what the document needs beyond, or other than, the headers that every answer has. */
  readonly headers: Readonly<Record<string, string>>;
}
