import { join } from "node:path"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { DEBT_MODULE } from ".."
import { hasLeft, isReminderDue } from "../domain/dunning"
import type DebtModuleService from "../service"
import { createPaper, describeInvoices } from "./invoices"

const at = (text: string) => new Date(`2026-11-${text}T00:00:00Z`)

moduleIntegrationTestRunner<DebtModuleService>({
  moduleName: DEBT_MODULE,
  resolve: "./src/modules/debt",
  pathToMigrations: join(__dirname, "..", "migrations"),
  testSuite: ({ service }) => {
    const paper = createPaper(service)
    beforeEach(() => paper.clear())
    describeInvoices(service, paper)

    const ask = () =>
      service.requestWriteOff({
        vendor_id: "vend_a",
        currency_code: "ngn",
        amount_minor: 500n,
        reason: "It has closed.",
        requested_by: "user_1",
      })

    describe("A write-off", () => {
      it("is open once for a shop and currency, and asked for by another than who approves it", async () => {
        const asked = await ask()
        expect(await ask()).toBeNull()
        const booked: string[] = []
        const books = {
          ...paper.books,
          post: async ({ id }: { id: string }) => {
            booked.push(id)
          },
        }

        expect(await service.approveWriteOff({ id: asked!.id, by: "user_1" }, books)).toBeNull()
        const both = await Promise.all(
          ["user_2", "user_3"].map((by) => service.approveWriteOff({ id: asked!.id, by }, books))
        )

        expect(both.filter(Boolean)).toHaveLength(1)
        expect(booked).toEqual([asked!.id])
        expect(await service.rejectWriteOff({ id: asked!.id, by: "user_1" })).toBeNull()
        expect(await service.pageOfWriteOffs({ take: 5, skip: 0 })).toMatchObject({
          count: 1,
          write_offs: [{ state: "approved", amount_minor: 500n, requested_by: "user_1" }],
        })
      })

      it("stays open when it cannot be booked, and may be taken back by who asked for it", async () => {
        const asked = await ask()
        const failing = {
          ...paper.books,
          post: () => Promise.reject(new Error("The shop owes less by now.")),
        }

        await expect(service.approveWriteOff({ id: asked!.id, by: "user_2" }, failing)).rejects.toThrow(
          "less"
        )
        expect(await service.findWriteOff(asked!.id)).toMatchObject({ state: "requested", decided_by: null })
        expect(await service.rejectWriteOff({ id: asked!.id, by: "user_1" })).toMatchObject({
          state: "rejected",
        })
        expect(await ask()).not.toBeNull()
      })

      it("names its shop", async () => {
        for (const vendor_id of [undefined, "", " "] as string[]) {
          await expect(service.seeDebt({ vendor_id, currency_code: "ngn", now: at("01") })).rejects.toThrow(
            "needs the vendor's id"
          )
        }
      })
    })

    describe("A debt", () => {
      it("is as old as its first sight, and forgotten once it is not seen", async () => {
        const debt = { vendor_id: "vend_a", currency_code: "ngn" }
        await service.seeDebt({ ...debt, now: at("01") })
        await service.noteReminder({ ...debt, now: at("01") })
        const seen = await service.seeDebt({ ...debt, now: at("05") })
        expect(seen).toMatchObject({ since: at("01"), reminded_at: at("01"), reminders: 1 })

        await service.forgetUnseen(at("05"))
        expect(await service.seeDebt({ ...debt, now: at("06") })).toMatchObject({ since: at("01") })
        await service.forgetUnseen(at("07"))
        expect(await service.seeDebt({ ...debt, now: at("08") })).toMatchObject({
          since: at("08"),
          reminded_at: null,
        })
      })

      it("is told of at once, and after so many days again, or never", () => {
        expect(isReminderDue(null, 7, at("01"))).toBe(true)
        expect(isReminderDue(at("01"), 7, at("07"))).toBe(false)
        expect(isReminderDue(at("01"), 7, at("08"))).toBe(true)
        expect(isReminderDue(null, 0, at("01"))).toBe(false)
        expect(["closed", "suspended", "approved", "pending"].map(hasLeft)).toEqual([
          true,
          true,
          false,
          false,
        ])
      })
    })
  },
})
