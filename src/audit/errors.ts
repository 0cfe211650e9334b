/** The audit log could not be written or read; nothing may be shown then. */
export class AuditLogError extends Error {
  override readonly name = 'AuditLogError';
  readonly kind = 'auditLog';

  constructor(cause: unknown) {
    super('The audit log cannot be used', { cause });
  }
}
