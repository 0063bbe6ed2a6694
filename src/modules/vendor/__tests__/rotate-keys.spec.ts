import { randomBytes } from "node:crypto"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Client } from "@medusajs/framework/pg"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { Child } from "../../../../scripts/lib/child"
import { ROOT } from "../../../../scripts/lib/paths"
import { createKeyRing, encryptionKeys, newDataKey, openBytes, sealBytes } from "../../../lib/key-ring"
import { VENDOR_MODULE } from ".."
import type VendorModuleService from "../service"

const NUMBER = "0000014579"
const PAPER = Buffer.from("a passport")
const ACCOUNTS = { table: "vendor_bank_account", column: "account_number_ciphertext" }
const PAPERS = { table: "vendor_document", column: "file_key_ciphertext" }

const keyText = (id: string) => `${id}:${randomBytes(32).toString("base64")}`
const ringOf = (...keys: string[]) => createKeyRing(encryptionKeys.parse(keys.join(",")))
const [k1, k2, lost] = [keyText("k1"), keyText("k2"), keyText("k3")]
const [before, after] = [ringOf(k1), ringOf(k2)]

type Row = { id: string; sealed: string }

moduleIntegrationTestRunner<VendorModuleService>({
  moduleName: VENDOR_MODULE,
  resolve: "./src/modules/vendor",
  pathToMigrations: join(__dirname, "..", "migrations"),
  testSuite: ({ service, dbConfig }) => {
    let client: Client
    let folder: string

    beforeEach(async () => {
      client = new Client({ connectionString: dbConfig.clientUrl })
      await client.connect()
      folder = await mkdtemp(join(tmpdir(), "merkato-rotation-"))
    })
    afterEach(async () => {
      await client.end()
      await rm(folder, { recursive: true, force: true })
    })

    /** `npm run keys:rotate` as a process of its own, to its end. */
    const rotate = async (...keys: string[]) => {
      const { scripts } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"))
      const [tool, ...args] = scripts["keys:rotate"].split(" ")
      expect(tool).toBe("tsx")
      const log = join(folder, "rotation.log")
      const child = new Child({
        args: [join(ROOT, "node_modules/tsx/dist/cli.mjs"), ...args],
        cwd: ROOT,
        env: { DATABASE_URL: dbConfig.clientUrl, ENCRYPTION_KEYS: keys.join(",") },
        log,
      })

      return { code: await child.ended, output: await readFile(log, "utf8") }
    }
    const rowsOf = async ({ table, column }: typeof ACCOUNTS) =>
      (await client.query<Row>(`select id, ${column} as sealed from ${table} order by id`)).rows
    const expectNoSecret = (output: string) => {
      for (const key of [k1, k2, lost]) {
        expect(output).not.toContain(key.slice(3, 20))
      }
      expect(output).not.toContain(NUMBER)
      expect(output).not.toContain("v1.")
    }
    /** A shop with bank accounts of which all but the last are history, and with papers of which one was removed. */
    const fill = async () => {
      const vendorId = (await service.openShop({ name: "Kente Palace", contact_email: "ama@example.com" })).id
      for (const id of ["vbank_1", "vbank_2", "vbank_3"]) {
        await service.replaceBankAccount(vendorId, {
          id,
          bank_code: "011",
          bank_name: "First Bank of Nigeria",
          kind: "bank",
          account_name: "Ada Ltd",
          account_last4: "4579",
          account_number_ciphertext: before.seal(NUMBER, { ...ACCOUNTS, row_id: id }),
          currency_code: "ngn",
          created_by: "user_ada",
        })
      }
      const files = new Map<string, Buffer>()
      for (const id of ["vdoc_1", "vdoc_2"]) {
        const key = newDataKey()
        files.set(id, sealBytes(key, PAPER, id))
        await service.createVendorDocuments({
          id,
          vendor_id: vendorId,
          file_id: `private-${id}.bin`,
          file_key_ciphertext: before.seal(key.toString("base64"), { ...PAPERS, row_id: id }),
          filename: "passport.pdf",
          mime_type: "application/pdf",
          size_bytes: PAPER.length,
          uploaded_by: "user_ada",
        })
      }
      await service.softDeleteVendorDocuments(["vdoc_2"])

      return files
    }

    it("puts every account and paper under the new key, which reads them alone, and changes nothing when run again", async () => {
      const files = await fill()

      const first = await rotate(k2, k1)
      expect(first.output).toContain(`${ACCOUNTS.table}.${ACCOUNTS.column}: 3 encrypted anew`)
      expect(first.output).toContain(`${PAPERS.table}.${PAPERS.column}: 2 encrypted anew`)
      expect(first.code).toBe(0)
      expectNoSecret(first.output)
      const [accounts, papers] = [await rowsOf(ACCOUNTS), await rowsOf(PAPERS)]
      for (const { id, sealed } of accounts) {
        expect(sealed).toMatch(/^v1\.k2\./)
        expect(after.open(sealed, { ...ACCOUNTS, row_id: id })).toBe(NUMBER)
      }
      for (const { id, sealed } of papers) {
        expect(sealed).toMatch(/^v1\.k2\./)
        const key = Buffer.from(after.open(sealed, { ...PAPERS, row_id: id }), "base64")
        expect(openBytes(key, files.get(id)!, id).equals(PAPER)).toBe(true)
      }
      expect([accounts.length, papers.length]).toEqual([3, 2])

      const second = await rotate(k2, k1)
      expect(second.output).toContain(`${ACCOUNTS.table}.${ACCOUNTS.column}: 0 encrypted anew`)
      expect(second.code).toBe(0)
      expect([await rowsOf(ACCOUNTS), await rowsOf(PAPERS)]).toEqual([accounts, papers])
    })

    it("fails and names each row that does not open, leaves it as it is, and tells no secret", async () => {
      await fill()
      const unreadable = ringOf(lost).seal(NUMBER, { ...ACCOUNTS, row_id: "vbank_2" })
      await client.query(`update ${ACCOUNTS.table} set ${ACCOUNTS.column} = $1 where id = 'vbank_2'`, [
        unreadable,
      ])

      const { code, output } = await rotate(k2, k1)

      expect(code).toBe(1)
      expect(output).toContain(
        `${ACCOUNTS.table}.${ACCOUNTS.column}: 2 encrypted anew, 0 overtaken, 1 UNREADABLE (vbank_2)`
      )
      expect(output).toContain("Keep all old keys")
      expectNoSecret(output)
      const rows = await rowsOf(ACCOUNTS)
      expect(rows.find(({ id }) => id === "vbank_2")?.sealed).toBe(unreadable)
      expect(rows.filter(({ sealed }) => after.isCurrent(sealed)).map(({ id }) => id)).toEqual([
        "vbank_1",
        "vbank_3",
      ])
    })

    it("refuses what is no key ring before it touches a row, without repeating it", async () => {
      await fill()
      const rows = await rowsOf(ACCOUNTS)

      const { code, output } = await rotate(k2, k1.slice(0, 30))

      expect(code).toBe(1)
      expect(output).toContain("ENCRYPTION_KEYS must be keys of 32 bytes")
      expectNoSecret(output)
      expect(await rowsOf(ACCOUNTS)).toEqual(rows)
    })
  },
})
