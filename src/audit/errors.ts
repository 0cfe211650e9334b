/** A look at somebody's courses could not be put on record, or the record not be read; nothing may be shown then. */
export class AuditLogError extends Error {
  override readonly name = 'AuditLogError';
  readonly kind = 'auditLog';

  constructor(cause: unknown) {
    super('The audit log cannot be used', { cause });
  }
}
