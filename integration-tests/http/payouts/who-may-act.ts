import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { tellOfLateJobs } from "../../../src/workflows/payout/watched-jobs"
import { type Client, createMember, createStaff, signIn } from "../../helpers/people"
import { type PayoutBody, type PayoutSuite, refusal } from "./suite"

type Answer = { payout: PayoutBody; code?: string }

export function describeWhoMayAct(suite: PayoutSuite): void {
  const { run, only, balance, soldAndReleased, posts } = suite
  const act = (who: Client, id: string, action: string, body: object = {}) =>
    who<Answer>("POST", `/admin/payouts/${id}/${action}`, body)
  const told = async () => {
    const notices = await suite.container.resolve(Modules.NOTIFICATION).listNotifications({ channel: "feed" })

    return notices.map(({ data }) => String(data?.description)).filter((text) => /ended well/.test(text))
  }
  const waiting = async (started_by: string | null) => {
    const { net } = await soldAndReleased(0)
    await suite.configure({ payout_approval_above: { ngn: 0 } })
    await run(started_by)

    return { net, ...(await only(0)) }
  }

  describe("Approval", () => {
    it("is somebody else's than whose request it was, and nothing is sent before", async () => {
      const { finance } = suite.people
      const { id, state, net } = await waiting(finance.id)
      expect([state, posts()]).toEqual(["awaiting_approval", []])
      expect(await balance(0)).toMatchObject({ available: "0", in_transit: net })

      expect(refusal(await act(suite.finance, id, "approve"))).toEqual([403, "payout_own_request"])
      // Not by any other way to the same statement either.
      expect(await suite.payouts().approvePayout({ id, by: finance.id })).toBeNull()
      await expect(
        suite.sql(`update payout set approved_by = requested_by where id = ?`, [id])
      ).rejects.toThrow(/check/)
      expect((await only(0)).state).toBe("awaiting_approval")

      const [one, other] = await Promise.all([
        act(suite.second, id, "approve"),
        act(suite.second, id, "approve"),
      ])
      expect([one.status, other.status].toSorted()).toEqual([200, 400])
      await run()
      await suite.paid(0)
      const { body } = await suite.second<{ entries: { action: string; actor_id: string }[] }>(
        "GET",
        `/admin/audit?record_id=${id}&action=payout.approve`
      )
      expect(body.entries).toMatchObject([{ action: "payout.approve", actor_id: suite.people.second.id }])
    })

    it("is not for staff who belong to the shop, nor for a request of theirs", async () => {
      const { id } = await waiting(null)
      await suite.sql(
        `insert into vendor_member (id, vendor_id, user_id, role) values ('vmem_second', ?, ?, 'support')`,
        [suite.vendorId(0), suite.people.second.id]
      )
      expect(refusal(await act(suite.second, id, "approve"))).toEqual([403, "own_shop_refused"])
      expect((await act(suite.finance, id, "approve")).status).toBe(200)
    })

    it("can be refused with a reason that the shop reads, and then the money is there again", async () => {
      const { id, net } = await waiting(null)
      const rejected = await act(suite.finance, id, "reject", { reason: "Call us first." })
      expect(rejected.body.payout).toMatchObject({ state: "rejected", reason: "Call us first." })
      expect(await balance(0)).toMatchObject({ available: net, in_transit: "0" })
      expect(refusal(await act(suite.second, id, "approve"))).toEqual([400, "payout_transition_refused"])
      expect(refusal(await act(suite.second, id, "reject", { reason: "Again" }))).toEqual([
        400,
        "payout_transition_refused",
      ])
      expect(refusal(await act(suite.second, id, "retry"))).toEqual([400, "payout_transition_refused"])
      await suite.bench.books.kinds()
    })

    it("takes the permission and a fresh second factor", async () => {
      const { id } = await waiting(null)
      const support = await createStaff(suite.container, "support")
      await createStaff(suite.container, "finance", "tired@staff.example.com")
      const tired = await signIn(suite.base_url, "user", "tired@staff.example.com")
      expect(refusal(await act(await signIn(suite.base_url, "user", support.email), id, "approve"))).toEqual([
        403,
        "permission_missing",
      ])
      expect(refusal(await act(tired, id, "approve"))).toEqual([403, "step_up_required"])
      expect((await tired("POST", "/admin/payouts/run", {})).status).toBe(403)
      const manager = await createMember(suite.container, suite.vendorId(0), "manager")
      const asked = await (await signIn(suite.base_url, "user", manager.email))<{ code?: string }>(
        "POST",
        "/vendor/payouts",
        { currency_code: "ngn" }
      )
      expect(refusal(asked)).toEqual([403, "step_up_required"])
    })
  })

  describe("Lists of payouts", () => {
    it("show a shop its own alone, in a stable order, and staff all, when the jobs ran, and what to fix", async () => {
      await soldAndReleased(0)
      await soldAndReleased(1)
      await run()
      await suite.paid(0)
      await suite.paid(1)
      const own = await only(0)
      const others = await suite.shops[1]!<Answer>("GET", `/vendor/payouts/${own.id}`)
      expect(refusal(others)).toEqual([404, "payout_not_found"])
      const mine = await suite.shops[0]!<Answer>("GET", `/vendor/payouts/${own.id}`)
      expect(Object.keys(mine.body.payout)).not.toContain("rail")
      expect(JSON.stringify(mine.body)).not.toContain("bank_account_id")

      const page = async (query: string) =>
        (await suite.finance<{ payouts: PayoutBody[]; count: number }>("GET", `/admin/payouts?${query}`)).body
      const all = await page("")
      expect(all.count).toBe(2)
      const pages = [await page("limit=1"), await page("limit=1&offset=1")]
      expect(pages.flatMap(({ payouts }) => payouts)).toEqual(all.payouts)
      expect((await page(`vendor_id=${suite.vendorId(1)}`)).count).toBe(1)
      expect((await page("state=rejected&state=failed")).count).toBe(0)
      expect((await suite.finance("GET", "/admin/payouts?fields=*")).status).toBe(400)

      const jobs = async () =>
        (await suite.finance<{ jobs: { name: string; is_late: boolean }[] }>("GET", "/admin/payouts/run"))
          .body.jobs
      // On the platform's first day nothing is late that has not had its hour.
      expect((await jobs()).filter(({ is_late }) => is_late)).toEqual([])
      await suite.container
        .resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .raw("update payout_job set created_at = created_at - interval '30 hours'")
      const known = await jobs()
      const late = known.filter(({ is_late }) => is_late).map(({ name }) => name)
      expect(known.filter(({ is_late }) => !is_late).map(({ name }) => name)).toEqual([
        "release-vendor-money",
        "run-payouts",
      ])
      // A job reads the environment when it is loaded, which stands only now.
      for (const name of ["checkpoint-ledger", "keep-reports", "score-shops", "send-events"]) {
        const job = await import(`../../../src/jobs/${name}`)
        await job.default(suite.container)
      }
      const ran = (await jobs()).filter(({ is_late }) => !is_late).map(({ name }) => name)
      expect(ran.toSorted()).toEqual([
        "checkpoint-ledger",
        "keep-reports",
        "release-vendor-money",
        "run-payouts",
        "score-shops",
        "send-outgoing-events",
      ])
      const hours = (count: number) => count * 3_600_000
      // A server that has just started has had no time to run them.
      await tellOfLateJobs(suite.container, new Date(), hours(0))
      expect(await told()).toEqual([])
      for (const _ of ["once", "not twice"]) {
        await tellOfLateJobs(suite.container, new Date(), hours(30))
      }
      expect((await told()).map((text) => text.split(" ")[0]).toSorted()).toEqual(
        late.filter((name) => !ran.includes(name)).toSorted()
      )
      const now = await suite.second("POST", "/admin/payouts/run", {})
      expect(now).toMatchObject({ status: 200, body: { run: { opened: 0 } } })
    })
  })
}
