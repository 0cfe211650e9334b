/** What stands where for how many; `#` is the number. Rules that a language has and a text does not name are `other`. */
type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** The form of a number in a language. */
export function createPlural(lang: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(lang);
  return (count, forms) => (forms[rules.select(count)] ?? forms.other).replace('#', String(count));
}

const english = createPlural('en');

/** "1 day", "3 days". */
export function counted(count: number, one: string, other: string): string {
  return english(count, { one: `# ${one}`, other: `# ${other}` });
}
