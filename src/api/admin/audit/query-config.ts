const fields = [
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
]

export const listAuditQueryConfig = { defaults: fields, allowed: fields, defaultLimit: 50, isList: true }
