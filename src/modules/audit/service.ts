import { randomUUID } from "node:crypto"
import type { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"
import { currentRequest } from "../../lib/request-id"
import { insertRows } from "../../lib/sql"
import { AuditEntry } from "./models/audit-entry"
import type { AuditRecord } from "./types"

class AuditModuleService extends MedusaService({ AuditEntry }) {
  /**
   * Writes one line under the name of whoever is behind the running request, or of the platform. One statement: the
   * generated method reads the row back, which every changing request would pay.
   */
  @InjectManager()
  async record(entry: AuditRecord, @MedusaContext() sharedContext: Context = {}): Promise<void> {
    const request = currentRequest()
    const { before, after, ...rest } = entry
    await insertRows(sharedContext, "audit_entry", [
      {
        id: `aud_${randomUUID().replaceAll("-", "")}`,
        actor_type: request?.actor?.type ?? "platform",
        actor_id: request?.actor?.id ?? "platform",
        impersonator_user_id: request?.actor?.impersonator_user_id ?? null,
        vendor_id: null,
        record_type: null,
        record_id: null,
        http_status: null,
        reason: null,
        request_id: request?.request_id ?? null,
        ip_address: request?.ip_address ?? null,
        device: request?.device ?? null,
        ...rest,
        before: before === undefined ? null : JSON.stringify(before),
        after: after === undefined ? null : JSON.stringify(after),
      },
    ])
  }
}

export default AuditModuleService
