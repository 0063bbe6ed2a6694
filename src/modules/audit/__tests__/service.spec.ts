import { join } from "node:path"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { actAs, runInRequest } from "../../../lib/request-id"
import { AUDIT_MODULE } from ".."
import { AuditEntry } from "../models/audit-entry"
import type AuditModuleService from "../service"

moduleIntegrationTestRunner<AuditModuleService>({
  moduleName: AUDIT_MODULE,
  moduleModels: [AuditEntry],
  resolve: join(__dirname, ".."),
  pathToMigrations: join(__dirname, "..", "migrations"),
  testSuite: ({ service, MikroOrmWrapper }) => {
    const sql = (text: string) => MikroOrmWrapper.forkManager().execute(text)
    const recordAs = (impersonator_user_id: string | null) =>
      runInRequest(
        "request-4711",
        async () => {
          actAs({ type: "user", id: "user_ama", impersonator_user_id })
          await service.record({
            action: "member.role-changed",
            record_type: "vendor_member",
            record_id: "vmem_1",
            before: { role: "support" },
            after: { role: "owner" },
          })
        },
        { ip_address: "192.0.2.7", device: "Firefox" }
      )

    it("writes who, from where, before and after", async () => {
      await recordAs("user_staff")

      expect(await service.listAuditEntries({})).toMatchObject([
        {
          action: "member.role-changed",
          actor_type: "user",
          actor_id: "user_ama",
          impersonator_user_id: "user_staff",
          record_id: "vmem_1",
          before: { role: "support" },
          after: { role: "owner" },
          request_id: "request-4711",
          ip_address: "192.0.2.7",
          device: "Firefox",
        },
      ])
    })

    it("writes as the platform when no request is behind it", async () => {
      await service.record({ action: "vendor.approved" })

      expect(await service.listAuditEntries({})).toMatchObject([
        { actor_type: "platform", actor_id: "platform", request_id: null },
      ])
    })

    it.each([
      "update audit_entry set actor_id = 'somebody else'",
      "delete from audit_entry",
      "truncate audit_entry",
    ])("is never changed: %s", async (statement) => {
      await recordAs(null)

      await expect(sql(statement)).rejects.toThrow("append-only")
      expect(await service.listAuditEntries({})).toHaveLength(1)
    })
  },
})
