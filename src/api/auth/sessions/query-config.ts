const sessionFields = [
  "id",
  "device",
  "ip_address",
  "started_at",
  "last_seen_at",
  "expires_at",
  "impersonator_user_id",
]

export const listSessionsQueryConfig = {
  defaults: sessionFields,
  allowed: sessionFields,
  defaultLimit: 20,
  isList: true,
}
