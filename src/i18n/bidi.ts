const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';
const DIRECTION_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/gu;
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * A title, name or phrase as part of a text that may run in the other direction: signs and digits around it stay in
 * place. Invisible marks are added only where both directions can meet.
 */
export function isolate(part: string, { rtl }: { readonly rtl: boolean }): string {
  if (part === '' || (!rtl && !RIGHT_TO_LEFT.test(part))) return part;
  return `${FIRST_STRONG_ISOLATE}${part.replace(DIRECTION_CONTROLS, '')}${POP_DIRECTIONAL_ISOLATE}`;
}
