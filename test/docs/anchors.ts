/** The anchors of a Markdown text's headings, as GitHub makes them. */
export function anchorsOf(markdown: string): readonly string[] {
  const text = markdown.replace(/^```.*?^```/gms, '');
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
