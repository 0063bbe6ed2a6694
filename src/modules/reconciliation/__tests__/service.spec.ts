import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { RECONCILIATION_MODULE } from ".."
import type { Finding } from "../domain/causes"
import { finding } from "../domain/compare"
import type ReconciliationModuleService from "../service"
import type { RunOutcome } from "../service"

/** Looked for anew by every run, whatever days it is about. */
const short = (found_minor: bigint) =>
  finding("balance_below_books", {
    gateway: "paystack",
    currency_code: "ngn",
    expected_minor: 900_719_925_474_099_300n,
    found_minor,
  })
const SHORT = short(900_719_925_474_099_299n)
/** Looked for in some days alone. */
const ELSEWHERE = finding("refund_elsewhere", { gateway: "paystack", reference: "41", found_minor: 1000n })

moduleIntegrationTestRunner<ReconciliationModuleService>({
  moduleName: RECONCILIATION_MODULE,
  resolve: "./src/modules/reconciliation",
  pathToMigrations: "./src/modules/reconciliation/migrations",
  testSuite: ({ service }) => {
    async function ran(over: Partial<RunOutcome> = {}) {
      const { id } = await service.createReconciliationRuns({
        state: "running",
        started_by: null,
        since: new Date("2026-11-27T00:00:00Z"),
      })
      await service.finishRun(id, { open: [], repaired: [], left_out: {}, ...over })
      return service.retrieveReconciliationRun(id)
    }
    const lines = async () => service.listReconciliationLines({}, { order: { created_at: "ASC", id: "ASC" } })
    const only = async () => {
      const all = await lines()
      expect(all).toHaveLength(1)
      return all[0]!
    }
    const done = async (note = "Booked by hand.") =>
      service.markDone({ id: (await only()).id, by: "user_ada", note })

    it("keeps a difference as one line, however many runs find it, to the unit", async () => {
      const first = await ran({ open: [SHORT, SHORT] })
      const second = await ran({ open: [SHORT] })

      expect(first).toMatchObject({ state: "done", open: 1, repaired: 0, finished_at: expect.any(Date) })
      expect(await only()).toMatchObject({
        area: "balances",
        state: "open",
        expected_minor: "900719925474099300",
        found_minor: "900719925474099299",
        first_run_id: first.id,
        last_run_id: second.id,
      })
    })

    it("says when it last ran, and what is open", async () => {
      expect(await service.readStanding()).toEqual({ last_run: null, open_lines: 0 })
      await ran({ open: [SHORT] })
      const { id } = await ran({ open: [SHORT, ELSEWHERE] })

      expect(await service.readStanding()).toEqual({
        last_run: expect.objectContaining({ id, state: "done", last_error: null }),
        open_lines: 2,
      })
    })

    it("takes a difference of another size for another one, and the one that is gone for done", async () => {
      await ran({ open: [SHORT] })
      await ran({ open: [short(1n)] })
      expect((await lines()).map(({ state, done_by, found_minor }) => [state, done_by, found_minor])).toEqual(
        [
          ["done", "system", SHORT.found_minor!.toString()],
          ["open", null, "1"],
        ]
      )
    })

    it.each<[string, Finding, RunOutcome["left_out"], string]>([
      ["closes what every run looks for and this one did not find", SHORT, {}, "done"],
      ["leaves what could not be looked at", SHORT, { balances: ["paystack: did not answer"] }, "open"],
      ["is not kept from closing by another area", SHORT, { refunds: ["paystack: no"] }, "done"],
      ["leaves what may be older than the days it looked at", ELSEWHERE, {}, "open"],
    ])("%s", async (_, found, left_out, state) => {
      await ran({ open: [found] })
      const run = await ran({ left_out })
      expect(run).toMatchObject({ found: 0, open: 0, left_out })
      expect((await only()).state).toBe(state)
    })

    it("says what a run has repaired, and opens it again when it is back", async () => {
      expect(await ran({ repaired: [SHORT] })).toMatchObject({ found: 1, repaired: 1, open: 0 })
      expect((await only()).state).toBe("repaired")
      await ran({ open: [SHORT] })
      expect((await only()).state).toBe("open")
      await ran()
      expect((await only()).state).toBe("done")
      await ran({ open: [SHORT] })
      expect(await only()).toMatchObject({ state: "open", done_by: null, done_at: null, note: null })
    })

    it("does not open again what a person has done", async () => {
      await ran({ open: [ELSEWHERE] })
      expect(await done()).toBe(true)
      const run = await ran({ open: [ELSEWHERE] })
      expect(run).toMatchObject({ found: 1, open: 0 })
      expect(await only()).toMatchObject({
        state: "done",
        done_by: "user_ada",
        note: "Booked by hand.",
        done_at: expect.any(Date),
        last_run_id: run.id,
      })
    })

    it("lets one person have done a line, and only an open one", async () => {
      await ran({ open: [SHORT] })
      const both = await Promise.all([done("Mine."), done("Mine, too.")])
      expect(both.toSorted()).toEqual([false, true])
      expect(await done()).toBe(false)
      expect(await service.markDone({ id: "rlin_nobody", by: "user_ada", note: "" })).toBe(false)
    })

    it("writes more lines than one statement takes, or none of them", async () => {
      const many = Array.from({ length: 501 }, (_, index) =>
        finding("settled_unknown", { gateway: "paystack", reference: `mkt-${index}` })
      )
      expect(await ran({ open: many })).toMatchObject({ found: 501, open: 501 })

      const broken = { ...finding("settled_unknown", {}), cause: "no_such_cause" as "settled_unknown" }
      await expect(ran({ repaired: [ELSEWHERE], open: [broken] })).rejects.toThrow()
      expect(await lines()).toHaveLength(501)
      expect(await service.listReconciliationRuns({ state: "running" })).toHaveLength(1)
    })
  },
})
