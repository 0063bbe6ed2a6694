import { basename, join } from "node:path"
import { Modules } from "@medusajs/framework/utils"
import sharp from "sharp"
import { type Answer, PASSWORD, signIn } from "../../helpers/people"
import { PRIVATE, PUBLIC, type SurfaceSuite } from "./suite"

export function describeUploads(suite: SurfaceSuite): void {
  const { cookieOf } = suite

  describe("uploads", () => {
    type Files = { files: { id: string; url: string }[]; code?: string }

    const picture = (width = 40, height = 20) =>
      sharp({ create: { width, height, channels: 3, background: "#a52" } })

    async function upload(
      email: string,
      files: [content: Buffer, name?: string, type?: string][],
      path = "/vendor/uploads",
      field = "files"
    ): Promise<Answer<Files>> {
      const { body: login } = await suite.anonymous<{ token: string }>("POST", "/auth/user/emailpass", {
        email,
        password: PASSWORD,
      })
      const form = new FormData()
      for (const [content, name = "a.png", type = "image/png"] of files) {
        form.append(field, new Blob([new Uint8Array(content)], { type }), name)
      }
      const response = await fetch(`${suite.base_url}${path}`, {
        method: "POST",
        headers: { authorization: `Bearer ${login.token}` },
        body: form,
      })
      const body = (await response.json()) as Files
      suite.written.push(...(body.files ?? []).map(({ url }) => join(PUBLIC, basename(url))))

      return { status: response.status, headers: response.headers, body }
    }

    const download = (url: string) => fetch(`${suite.base_url}${new URL(url).pathname}`)

    it("of a shop are drawn anew, named by chance, and served so that they only show", async () => {
      const photo = await picture()
        .jpeg()
        .withExif({ IFD0: { Copyright: "SECRET-OWNER" } })
        .toBuffer()
      const polyglot = Buffer.concat([
        await picture().gif().toBuffer(),
        Buffer.from("<script>alert(1)</script>"),
      ])
      const { status, body } = await upload("owner@shop.example.com", [
        [photo, "../../etc/passwd.html", "text/html"],
        [polyglot, "evil.php.gif"],
      ])

      expect(status).toBe(201)
      expect(body.files).toHaveLength(2)
      for (const { url, id } of body.files) {
        expect(url).toMatch(/\/static\/\d+-[0-9a-f-]{36}\.webp$/)
        expect(id).toBe(basename(url))
        const answer = await download(url)
        const content = Buffer.from(await answer.arrayBuffer())
        expect(await sharp(content).metadata()).toMatchObject({ format: "webp", width: 40 })
        expect(content.includes("script")).toBe(false)
        expect(content.includes("SECRET-OWNER")).toBe(false)
        expect(Object.fromEntries(answer.headers)).toMatchObject({
          "content-type": "image/webp",
          "x-content-type-options": "nosniff",
          "content-security-policy": expect.stringContaining("sandbox"),
        })
      }
    })

    it("are refused whole when one is no picture, half of one, too large, or too many", async () => {
      const good = await picture().png().toBuffer()
      const large = await picture(500, 500).png().toBuffer()
      const cases: [string, [Buffer, string?, string?][], number, string][] = [
        [
          "svg",
          [[good], [Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), "a.png"]],
          400,
          "upload_refused",
        ],
        ["html", [[Buffer.from("<html><script>1</script>"), "a.png"]], 400, "upload_refused"],
        ["half", [[large.subarray(0, large.length / 2)]], 400, "upload_refused"],
        ["empty", [[Buffer.alloc(0)]], 400, "upload_refused"],
        ["bomb", [[await picture(10_000, 10_000).png().toBuffer()]], 400, "upload_refused"],
        ["6 MB", [[Buffer.concat([good, Buffer.alloc(6 * 1024 * 1024)])]], 413, "request_too_large"],
        ["six", Array.from({ length: 6 }, () => [good] as [Buffer]), 400, "upload_refused"],
        ["none", [], 400, "upload_refused"],
      ]
      for (const [what, files, status, code] of cases) {
        const answer = await upload("owner@shop.example.com", files)
        expect([what, answer.status, answer.body.code]).toEqual([what, status, code])
      }
      const other = await upload("owner@shop.example.com", [[good]], "/vendor/uploads", "picture")
      expect(other).toMatchObject({ status: 400, body: { code: "upload_refused" } })
    })

    it("are not for those who may not write products, and not for strangers", async () => {
      const good = await picture().png().toBuffer()

      expect(await upload("support@shop.example.com", [[good]])).toMatchObject({
        status: 403,
        body: { code: "permission_missing" },
      })
      expect(await suite.anonymous("POST", "/vendor/uploads", {})).toMatchObject({ status: 401 })
    })

    it("are taken or put off when many come at once, and the server stays", async () => {
      const photo = await picture(2000, 2000).jpeg().toBuffer()
      const answers = await Promise.all(
        Array.from({ length: 16 }, () => upload("owner@shop.example.com", [[photo], [photo]]))
      )
      const statuses = answers.map(({ status }) => status)

      expect(statuses.every((status) => status === 201 || status === 429)).toBe(true)
      expect(statuses.filter((status) => status === 201).length).toBeGreaterThanOrEqual(2)
      expect((await upload("owner@shop.example.com", [[photo]])).status).toBe(201)
    })

    it("of staff pass the same way on core's routes; only a table for the import stays as it is", async () => {
      const photo = await picture()
        .jpeg()
        .withExif({ IFD0: { Copyright: "SECRET-OWNER" } })
        .toBuffer()
      const { status, body } = await upload(
        "owner@staff.example.com",
        [
          [photo, "logo.svg", "image/svg+xml"],
          [Buffer.from("Product Handle,Product Title\na,é\n"), "t.csv", "text/csv"],
        ],
        "/admin/uploads"
      )

      expect(status).toBe(200)
      expect(body.files.map(({ url }) => url.split(".").at(-1))).toEqual(["webp", "csv"])
      const image = Buffer.from(await (await download(body.files[0]!.url)).arrayBuffer())
      expect(image.includes("SECRET-OWNER")).toBe(false)
      const table = await download(body.files[1]!.url)
      expect(table.headers.get("content-disposition")).toBe("attachment")
      expect(await table.text()).toContain("a,é")

      const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>")
      for (const [path, field] of [
        ["/admin/uploads", "files"],
        ["/admin/products/import", "file"],
      ] as const) {
        expect(
          await upload("owner@staff.example.com", [[svg, "a.svg", "image/svg+xml"]], path, field)
        ).toMatchObject({
          status: 400,
          body: { code: "upload_refused" },
        })
      }
      const staff = await signIn(suite.base_url, "user", "owner@staff.example.com")
      expect(
        await staff("POST", "/admin/uploads/presigned-urls", {
          originalname: "a.html",
          mime_type: "text/html",
          size: 9,
        })
      ).toMatchObject({ status: 400, body: { code: "upload_refused" } })
      expect(
        (
          await staff("POST", "/admin/uploads/presigned-urls", {
            originalname: "a.csv",
            mime_type: "text/csv",
            size: 9,
          })
        ).status
      ).toBe(200)
    })

    it("that are private lie where nothing is served from; an export opens to staff who may read it", async () => {
      const files = suite.container.resolve(Modules.FILE)
      const keep = async (name: string) => {
        const [file] = await files.createFiles([
          {
            filename: name,
            mimeType: "text/csv",
            content: Buffer.from("email\nada@example.com\n").toString("base64"),
            access: "private",
          },
        ])
        suite.written.push(join(PRIVATE, file!.id))

        return `/static/${file!.id}`
      }
      const orders = await keep(`${Date.now()}-order-exports.csv`)
      const passport = await keep("passport.csv")
      const owner = await signIn(suite.base_url, "user", "owner@staff.example.com")
      const catalogue = await signIn(suite.base_url, "user", "catalogue@staff.example.com")
      const shop = await signIn(suite.base_url, "user", "owner@shop.example.com")

      expect((await owner<{ text: string }>("GET", orders)).body.text).toContain("ada@example.com")
      const cookie = await cookieOf("owner@staff.example.com")
      expect(await (await fetch(`${suite.base_url}${orders}`, { headers: { cookie } })).text()).toContain(
        "ada@example.com"
      )
      for (const [who, path] of [
        [suite.anonymous, orders],
        [shop, orders],
        [catalogue, orders],
        [owner, passport],
        [owner, "/static/private-1-1-order-exports.csv"],
        [owner, "/static/..%2f..%2fpackage.json"],
      ] as const) {
        expect(await who("GET", path)).toMatchObject({ status: 404, body: { code: "file_not_found" } })
      }
    })
  })
}
