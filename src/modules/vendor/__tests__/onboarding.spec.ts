import { randomBytes } from "node:crypto"
import { join } from "node:path"
import { Client } from "@medusajs/framework/pg"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { rotateAll } from "../../../../scripts/lib/key-rotation"
import { CipherError, createKeyRing, type EncryptionKey } from "../../../lib/key-ring"
import { VENDOR_MODULE } from ".."
import type VendorModuleService from "../service"
import type { NewBankAccount } from "../types"

const TABLE = "vendor_bank_account"
const COLUMN = "account_number_ciphertext"
const NUMBER = "0000014579"
const nothing = {
  bank_account_at: null,
  is_bank_account_changed: false,
  phone_verified_at: null,
  agreement_version: "1",
}

const key = (id: string): EncryptionKey => ({ id, key: randomBytes(32) })
const [k1, k2, k3] = [key("k1"), key("k2"), key("k3")]
const old = createKeyRing([k1])
const rotating = createKeyRing([k2, k1])

const coded = (code: string) => expect.objectContaining({ code })
const placeOf = (row_id: string) => ({ table: TABLE, column: COLUMN, row_id })

let serial = 0
const account = (over: Partial<NewBankAccount> = {}): NewBankAccount => {
  serial += 1
  const id = over.id ?? `vbank_${String(serial).padStart(6, "0")}`

  return {
    id,
    kind: "bank",
    bank_code: "011",
    bank_name: "First Bank of Nigeria",
    account_name: "Ada Ltd",
    account_last4: "4579",
    account_number_ciphertext: old.seal(NUMBER, placeOf(id)),
    currency_code: "ngn",
    created_by: "user_ada",
    ...over,
  }
}

moduleIntegrationTestRunner<VendorModuleService>({
  moduleName: VENDOR_MODULE,
  resolve: "./src/modules/vendor",
  pathToMigrations: join(__dirname, "..", "migrations"),
  testSuite: ({ service, dbConfig }) => {
    let client: Client

    beforeEach(async () => {
      client = new Client({ connectionString: dbConfig.clientUrl })
      await client.connect()
    })
    afterEach(() => client.end())

    const openShop = async (name = "Kente Palace") =>
      (await service.openShop({ name, contact_email: "ama@example.com" })).id
    const accountsOf = (vendor_id: string) =>
      service.listVendorBankAccounts({ vendor_id }, { order: { id: "ASC" } })
    const sealedNumbers = async () =>
      (await client.query<{ id: string; sealed: string }>(`select id, ${COLUMN} as sealed from ${TABLE}`))
        .rows

    describe("the bank account of a shop", () => {
      it("cannot be stored as plain text", async () => {
        const vendorId = await openShop()

        await expect(
          service.replaceBankAccount(vendorId, account({ account_number_ciphertext: NUMBER }))
        ).rejects.toThrow()
        expect(await accountsOf(vendorId)).toEqual([])
      })

      it("is one at a time, also when several are set at once, and every former one stays as history", async () => {
        const vendorId = await openShop()

        await Promise.all([1, 2, 3, 4].map(() => service.replaceBankAccount(vendorId, account())))

        const rows = await accountsOf(vendorId)
        expect(rows).toHaveLength(4)
        expect(rows.filter(({ replaced_at }) => replaced_at === null)).toHaveLength(1)
      })

      it("is the former one again when a later step fails, unless it was replaced since", async () => {
        const vendorId = await openShop()
        const first = account()
        await service.replaceBankAccount(vendorId, first)
        const change = await service.replaceBankAccount(vendorId, account())
        await service.undoBankAccount(change)
        expect(await accountsOf(vendorId)).toMatchObject([{ id: first.id, replaced_at: null }])

        const second = await service.replaceBankAccount(vendorId, account())
        const third = await service.replaceBankAccount(vendorId, account())
        await service.undoBankAccount(second)
        const current = (await accountsOf(vendorId)).filter(({ replaced_at }) => replaced_at === null)
        expect(current.map(({ id }) => id)).toEqual([third.id])
      })

      it("is verified while a gateway has named its holder, for its own shop and as long as it stands", async () => {
        const [vendorId, stranger] = [await openShop(), await openShop("Ada Textiles")]
        const { id } = await service.replaceBankAccount(vendorId, account({ kind: "mobile_money" }))
        const now = new Date("2026-11-28T10:00:00Z")
        const check = (name_check: "matches" | "differs", vendor_id = vendorId) =>
          service.saveNameCheck({ id, vendor_id, name_check, name_missing: ["ada", "obi"] }, now)
        const stored = async () => (await accountsOf(vendorId)).find((row) => row.id === id)
        expect(await stored()).toMatchObject({ kind: "mobile_money", name_check: null, verified_at: null })

        await check("matches", stranger)
        expect(await stored()).toMatchObject({ name_check: null, verified_at: null })
        await check("matches")
        expect(await stored()).toMatchObject({ name_check: "matches", verified_at: now })
        await check("differs")
        expect(await stored()).toMatchObject({
          name_check: "differs",
          name_missing: "ada obi",
          verified_at: null,
        })
        await service.replaceBankAccount(vendorId, account())
        await check("matches")
        expect(await stored()).toMatchObject({ name_check: "differs", verified_at: null })
      })
    })

    describe("the checklist", () => {
      const move = (
        vendor_id: string,
        to: "accepted" | "waived" | "rejected",
        reason: string | null = null
      ) =>
        service.moveRequirement(
          { vendor_id, key: "documents", to, actor: "user_staff", by: "staff", reason },
          nothing
        )
      const documentOf = (id: string) => ({
        id,
        file_id: `private-${id}.bin`,
        file_key_ciphertext: "v1.k1.a.b.c",
        filename: "passport.pdf",
        mime_type: "application/pdf",
        size_bytes: 10,
        uploaded_by: "user_ada",
      })

      it("takes no paper for a part that staff have accepted, and stores neither", async () => {
        const vendorId = await openShop()
        await service.addDocument(vendorId, documentOf("vdoc_1"), nothing)
        await move(vendorId, "accepted")

        await expect(service.addDocument(vendorId, documentOf("vdoc_2"), nothing)).rejects.toEqual(
          coded("requirement_transition_refused")
        )
        expect(await service.listVendorDocuments({ vendor_id: vendorId })).toHaveLength(1)
      })

      it("keeps at most 50 papers of a shop", async () => {
        const vendorId = await openShop()
        for (let number = 0; number < 50; number += 1) {
          await service.addDocument(vendorId, documentOf(`vdoc_${number}`), nothing)
        }

        await expect(service.addDocument(vendorId, documentOf("vdoc_50"), nothing)).rejects.toEqual(
          coded("document_limit_reached")
        )
      })

      it("rejects nothing that was not handed in, and nothing without a reason", async () => {
        const vendorId = await openShop()
        await expect(move(vendorId, "rejected", "unreadable")).rejects.toEqual(
          coded("requirement_transition_refused")
        )
        await service.addDocument(vendorId, documentOf("vdoc_1"), nothing)
        await expect(move(vendorId, "rejected")).rejects.toThrow()

        expect(await service.listVendorRequirements({ vendor_id: vendorId })).toMatchObject([
          { state: "submitted" },
        ])
      })

      it("is what it was when a later step fails", async () => {
        const vendorId = await openShop()
        const waived = await move(vendorId, "waived", "a known maker")
        const accepted = await move(vendorId, "accepted")

        await service.undoRequirement(accepted)
        expect(await service.listVendorRequirements({ vendor_id: vendorId })).toMatchObject([
          { state: "waived", reason: "a known maker", decided_by: "user_staff" },
        ])
        await service.undoRequirement(waived)
        expect(await service.listVendorRequirements({ vendor_id: vendorId })).toEqual([])
      })

      it("verifies no shop that is not approved, and forgets no date of one that is", async () => {
        const vendorId = await openShop()
        const verifiedAt = async () => (await service.retrieveVendor(vendorId)).verified_at
        await service.markVerified(vendorId, true)
        expect(await verifiedAt()).toBeNull()

        await service.updateVendors({
          id: vendorId,
          shipping_profile_id: "sp_1",
          stock_location_id: "sloc_1",
        })
        await service.changeStatus({ vendor_id: vendorId, to: "approved", actor: "user_staff" })
        await service.markVerified(vendorId, true)
        const since = await verifiedAt()
        await service.markVerified(vendorId, true)
        expect([since, await verifiedAt()]).toEqual([expect.any(Date), since])
        expect(await service.markVerified(vendorId, false)).toEqual(since)
        expect(await verifiedAt()).toBeNull()
      })
    })

    describe("the profile", () => {
      it("has its handle until approval, and takes none of another shop", async () => {
        const vendorId = await openShop("Kente Palace")
        await openShop("Adire House")

        await expect(service.updateProfile(vendorId, { handle: "adire-house" })).rejects.toEqual(
          coded("vendor_handle_taken")
        )
        await expect(service.updateProfile(vendorId, { handle: "a--b" })).rejects.toEqual(
          coded("vendor_handle_invalid")
        )
        expect(await service.updateProfile(vendorId, { handle: "kente" })).toEqual({ handle: "kente-palace" })
        await service.updateVendors({
          id: vendorId,
          shipping_profile_id: "sp_1",
          stock_location_id: "sloc_1",
        })
        await service.changeStatus({ vendor_id: vendorId, to: "approved", actor: "user_staff" })
        await expect(service.updateProfile(vendorId, { handle: "other" })).rejects.toEqual(
          coded("vendor_handle_fixed")
        )
      })

      it("answers what it was before, and can be put back by that", async () => {
        const vendorId = await openShop()
        await service.updateProfile(vendorId, { city: "Kumasi", settings: { handling_days: 2 } })
        const before = await service.updateProfile(vendorId, {
          city: "Accra",
          settings: { return_policy: "14 days" },
        })
        expect(await service.retrieveVendor(vendorId)).toMatchObject({
          city: "Accra",
          settings: { handling_days: 2, return_policy: "14 days" },
        })

        await service.updateVendors({ id: vendorId, ...before })
        expect(await service.retrieveVendor(vendorId)).toMatchObject({
          city: "Kumasi",
          settings: { handling_days: 2, return_policy: null },
        })
      })
    })

    describe("rotating the keys", () => {
      const fill = async (count: number) => {
        const vendorId = await openShop()
        for (let number = 0; number < count; number += 1) {
          await service.replaceBankAccount(vendorId, account())
        }
        return vendorId
      }
      const countOf = async (rotation: ReturnType<typeof rotateAll>) =>
        (await rotation).find(({ table }) => table === TABLE)

      it("goes on where a crash has left off, and leaves every number readable by the new key alone", async () => {
        await fill(25)
        const dying = {
          escapeIdentifier: client.escapeIdentifier.bind(client),
          query: async (text: string, values?: unknown[]) => {
            if (text.startsWith("update") && (await sealedNumbers()).filter(isCurrent).length === 12) {
              throw new Error("the process was killed")
            }
            return client.query(text, values)
          },
        } as unknown as Client
        await expect(rotateAll({ client: dying, ring: rotating, batch: 5 })).rejects.toThrow("was killed")
        const half = await sealedNumbers()
        expect(half.filter(isCurrent)).toHaveLength(12)
        // Servers that hold both keys read all rows meanwhile.
        expect(half.every(({ id, sealed }) => rotating.open(sealed, placeOf(id)) === NUMBER)).toBe(true)

        expect(await countOf(rotateAll({ client, ring: rotating, batch: 5 }))).toMatchObject({
          rotated: 13,
          overtaken: 0,
          unreadable: [],
        })
        const alone = createKeyRing([k2])
        expect(
          (await sealedNumbers()).every(({ id, sealed }) => alone.open(sealed, placeOf(id)) === NUMBER)
        ).toBe(true)
        expect(await countOf(rotateAll({ client, ring: rotating }))).toMatchObject({ rotated: 0 })
      })

      it("writes nothing over what a server has written since it read", async () => {
        await fill(1)
        const [row] = await sealedNumbers()
        const newer = rotating.seal("1111111111", placeOf(row!.id))
        const slow = {
          escapeIdentifier: client.escapeIdentifier.bind(client),
          query: async (text: string, values?: unknown[]) => {
            if (text.startsWith("update")) {
              await client.query(`update ${TABLE} set ${COLUMN} = $1 where id = $2`, [newer, row!.id])
            }
            return client.query(text, values)
          },
        } as unknown as Client

        expect(await countOf(rotateAll({ client: slow, ring: rotating }))).toMatchObject({
          rotated: 0,
          overtaken: 1,
        })
        expect(await sealedNumbers()).toEqual([{ id: row!.id, sealed: newer }])
      })

      it("leaves alone what does not open, names it, and goes on", async () => {
        await fill(3)
        const [first, second] = await sealedNumbers()
        // Moved from another row, and written with a key that is lost.
        await client.query(`update ${TABLE} set ${COLUMN} = $1 where id = $2`, [second!.sealed, first!.id])
        const lost = createKeyRing([k3]).seal(NUMBER, placeOf(second!.id))
        await client.query(`update ${TABLE} set ${COLUMN} = $1 where id = $2`, [lost, second!.id])

        expect(await countOf(rotateAll({ client, ring: rotating, batch: 1 }))).toMatchObject({
          rotated: 1,
          unreadable: [first!.id, second!.id],
        })
        expect(() => rotating.open(second!.sealed, placeOf(first!.id))).toThrow(CipherError)
      })
    })

    const isCurrent = ({ sealed }: { sealed: string }) => rotating.isCurrent(sealed)
  },
})
