/** What a caller says; who, when and from where come from the running request. Never give it a secret. */
export type AuditRecord = {
  action: string
  vendor_id?: string | null
  record_type?: string
  record_id?: string
  http_status?: number
  reason?: string | null
  before?: object | null
  after?: object | null
}
