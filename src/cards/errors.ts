/** A card template is missing, broken, or does not fit its data: a defect of this app, not of the user's question. */
export class CardTemplateError extends Error {
  readonly kind = 'cardTemplate';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CardTemplateError';
  }
}
