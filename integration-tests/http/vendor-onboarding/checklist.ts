import { REQUIREMENT_KEYS } from "../../../src/modules/vendor/domain/requirement"
import { lastMessage, messagesTo } from "../../helpers/outbox"
import type { Person } from "../../helpers/people"
import { ACCOUNT, type Onboarding, type OnboardingSuite, PDF, type Vendor } from "./suite"

export function describeChecklist(suite: OnboardingSuite): void {
  const { sql, configure, openShop, review, as, withFactor, upload } = suite

  describe("the way of a shop from registration to approval", () => {
    beforeEach(() => configure({ onboarding_requirements: [...REQUIREMENT_KEYS] }))

    it("is approved when every part is accepted, waived or found true, and not before", async () => {
      const { id, owner, manager } = await openShop()
      const client = await withFactor(owner)
      const approve = () => review(id, "approve")
      const decide = (key: string, action: string, body: object = {}) =>
        review(id, `requirements/${key}/${action}`, body)
      const states = async () => {
        const { body } = await client<Onboarding>("GET", "/vendor/onboarding")
        return Object.fromEntries(body.onboarding.requirements.map(({ key, state }) => [key, state]))
      }

      expect(await states()).toEqual(Object.fromEntries(REQUIREMENT_KEYS.map((key) => [key, "missing"])))
      expect(await approve()).toMatchObject({ status: 400, body: { code: "onboarding_incomplete" } })

      expect(await upload(manager, PDF)).toMatchObject({
        status: 201,
        body: { onboarding: { documents: [{ filename: "passport.pdf", mime_type: "application/pdf" }] } },
      })
      expect((await client("POST", "/vendor/bank-account", ACCOUNT)).status).toBe(200)
      expect(await client("POST", "/vendor/onboarding/agreement", { version: "0" })).toMatchObject({
        status: 400,
        body: { code: "agreement_version_outdated" },
      })
      expect((await client("POST", "/vendor/onboarding/agreement", { version: "1" })).status).toBe(200)
      expect(await states()).toEqual({
        documents: "submitted",
        bank_account: "accepted",
        phone: "missing",
        agreement: "accepted",
      })

      const rejected = await decide("documents", "reject", { reason: "The passport has expired." })
      expect(rejected.status).toBe(200)
      expect((await lastMessage(owner.email)).text).toContain("The passport has expired.")
      const shown = await client<Onboarding>("GET", "/vendor/onboarding")
      expect(shown.body.onboarding.requirements).toContainEqual(
        expect.objectContaining({
          key: "documents",
          state: "rejected",
          reason: "The passport has expired.",
        })
      )
      expect(JSON.stringify(shown.body)).not.toContain("decided_by")
      expect((await upload(manager, `${PDF}, renewed`)).status).toBe(201)
      expect((await decide("documents", "accept")).status).toBe(200)
      expect(await approve()).toMatchObject({
        status: 400,
        body: { code: "onboarding_incomplete", message: "The checklist is not complete: phone." },
      })
      expect(await decide("phone", "waive", {})).toMatchObject({ status: 400 })
      expect((await decide("phone", "waive", { reason: "Known to us since 2010." })).status).toBe(200)

      expect(await approve()).toMatchObject({
        status: 200,
        body: { vendor: { status: "approved", verified_at: expect.any(String) } },
      })
      // Again changes nothing: no second line of history, no second mail.
      const mails = (await messagesTo(owner.email)).length
      const again = await approve()
      expect(again.body.vendor.history).toHaveLength(2)
      expect(await messagesTo(owner.email)).toHaveLength(mails)

      const taken = await decide("documents", "reject", { reason: "Forged, says the embassy." })
      expect(taken.body.vendor).toMatchObject({ status: "approved", verified_at: null })
    })

    it("asks again for terms that have changed", async () => {
      const { owner } = await openShop()
      const client = await as(owner)
      await client("POST", "/vendor/onboarding/agreement", { version: "1" })
      await configure({ agreement_version: "2026-12" })

      const { body } = await client<Onboarding>("GET", "/vendor/onboarding")
      await configure({ agreement_version: "1" })

      expect(body.onboarding.requirements).toContainEqual(
        expect.objectContaining({ key: "agreement", state: "missing" })
      )
    })

    it("counts the phone that an owner has verified, and nobody else's", async () => {
      const { id, owner, manager } = await openShop()
      const verify = (person: Person) =>
        sql(
          `insert into auth_verification
             (id, auth_identity_id, entity_id, entity_type, code_provider, requested_at, verified_at)
           values (?, ?, '+2348030000000', 'phone', 'sms', now(), now())`,
          [`authver_${person.id}`, person.auth_identity_id]
        )
      const phone = async () =>
        (await suite.operations<Vendor>("GET", `/admin/vendors/${id}`)).body.vendor.requirements.find(
          ({ key }) => key === "phone"
        )

      await verify(manager)
      expect(await phone()).toMatchObject({ state: "missing" })
      await verify(owner)
      expect(await phone()).toMatchObject({ state: "accepted", is_computed: true })
    })

    it("goes back to pending when a rejected shop applies again", async () => {
      const { id, owner } = await openShop()
      expect(await review(id, "reject")).toMatchObject({ status: 400 })
      const reason = "We do not take importers of <b>tyres</b>."
      expect(await review(id, "reject", { reason })).toMatchObject({
        status: 200,
        body: { vendor: { status: "rejected" } },
      })
      expect((await lastMessage(owner.email)).text).toContain("We do not take importers of tyres.")

      const client = await as(owner)
      expect(await client("GET", `/vendor/shops/${id}`)).toMatchObject({
        body: { shop: { status: "rejected", status_reason: "We do not take importers of tyres." } },
      })
      expect((await client("POST", `/vendor/shops/${id}`, { city: "Aba" })).status).toBe(200)
      expect(await client("POST", `/vendor/shops/${id}/resubmit`, {})).toMatchObject({
        status: 200,
        body: { shop: { status: "pending" } },
      })
      expect(await client("POST", `/vendor/shops/${suite.market.vendors[0]!.id}/resubmit`, {})).toMatchObject(
        {
          status: 404,
          body: { code: "vendor_not_found" },
        }
      )
    })
  })
}
