export const AUDIT_FIELDS = [
  "id",
  "created_at",
  "action",
  "actor_type",
  "actor_id",
  "impersonator_user_id",
  "vendor_id",
  "record_type",
  "record_id",
  "http_status",
  "reason",
  "before",
  "after",
  "request_id",
  "ip_address",
  "device",
] as const

const fields = [...AUDIT_FIELDS]

export const listAuditQueryConfig = { defaults: fields, allowed: fields, defaultLimit: 50, isList: true }
