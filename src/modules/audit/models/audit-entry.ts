import { model } from "@medusajs/framework/utils"

/** Who did what to which record, from where. `created_at` says when; the database refuses changes and removals. */
export const AuditEntry = model.define("audit_entry", {
  id: model.id({ prefix: "aud" }).primaryKey(),
  /** `staff-role.changed` for a change with its before and after; `POST /vendor/products` for a request. */
  action: model.text(),
  actor_type: model.text(),
  actor_id: model.text(),
  /** The member of staff who acted under the actor's name. */
  impersonator_user_id: model.text().nullable(),
  vendor_id: model.text().nullable(),
  record_type: model.text().nullable(),
  record_id: model.text().nullable(),
  /** Of a request; null for a change. */
  http_status: model.number().nullable(),
  reason: model.text().nullable(),
  before: model.json().nullable(),
  after: model.json().nullable(),
  request_id: model.text().nullable(),
  ip_address: model.text().nullable(),
  device: model.text().nullable(),
})
