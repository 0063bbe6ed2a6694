import { Modules } from "@medusajs/framework/utils"
import { type OnboardingSuite, PDF } from "./suite"

export function describePapers(suite: OnboardingSuite): void {
  const { vendors, openShop, tokenOf, upload } = suite

  describe("papers", () => {
    it("are told by their bytes, whatever they call themselves", async () => {
      const { manager } = await openShop()
      for (const content of ["<svg onload=alert(1)>", "<!doctype html>", "GIF89a", " %PDF-1.7"]) {
        expect(await upload(manager, content)).toMatchObject({
          status: 400,
          body: { code: "document_invalid" },
        })
      }
      expect(await upload(manager, PDF, "a.pdf", "other")).toMatchObject({ status: 400 })
      expect(await upload(manager, `%PDF-${"x".repeat(10 * 1024 * 1024)}`)).toMatchObject({
        status: expect.any(Number),
        body: { code: "request_too_large" },
      })

      const named = await upload(manager, "\xff\xd8\xff\xe0", '../../"x"\r\n<b>.svg')
      expect(named.body.onboarding.documents).toMatchObject([
        { mime_type: "image/jpeg", filename: expect.stringMatching(/^[\w -]+\.jpg$/) },
      ])
    })

    it("are stored encrypted and read by reviewing staff alone, of the shop in the address alone", async () => {
      const { id, manager } = await openShop()
      const other = await openShop()
      const { body } = await upload(manager, PDF)
      const documentId = body.onboarding.documents[0]!.id
      const read = async (person: { email: string }, shopId = id) =>
        fetch(`${suite.base_url}/admin/vendors/${shopId}/documents/${documentId}`, {
          headers: await tokenOf(person),
        })

      const answer = await read({ email: "operations@staff.example.com" })
      expect(answer.status).toBe(200)
      expect(await answer.text()).toBe(PDF)
      expect(answer.headers.get("content-disposition")).toMatch(/^attachment/)
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff")
      expect((await read({ email: "operations@staff.example.com" }, other.id)).status).toBe(404)
      expect((await read({ email: "support@staff.example.com" })).status).toBe(403)
      expect((await read(manager)).status).toBe(403)

      const [row] = await vendors().listVendorDocuments({ id: documentId })
      const stored = await suite.container.resolve(Modules.FILE).getAsBuffer(row!.file_id)
      expect(stored.toString("latin1")).not.toContain("passport")
      expect(row!.file_id).not.toContain("passport")
    })
  })
}
