/** A view of someone's courses could not be logged, or the log not be read; then nothing may be shown. */
export class AuditLogError extends Error {
  override readonly name = 'AuditLogError';
  readonly kind = 'auditLog';

  constructor(cause: unknown) {
    super('The audit log cannot be used', { cause });
  }
}
