import { type ClientRequest, type IncomingMessage, request } from "node:http"
import { connect } from "node:net"
import { basename, join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import sharp from "sharp"
import { ACCESS_MODULE } from "../../../src/modules/access"
import type { Settings } from "../../../src/modules/access/domain/settings"
import type AccessModuleService from "../../../src/modules/access/service"
import { createMember, PASSWORD } from "../../helpers/people"
import { PUBLIC, type SurfaceSuite } from "./suite"

type Answered = { code?: string; files?: { url: string }[] }
type Sent = { status: number; code?: string; seconds: number; retry_after: string | undefined }

const BOUNDARY = "----form"
const HEAD = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n`
const TAIL = `\r\n--${BOUNDARY}--\r\n`

export function describeUploadLimits(suite: SurfaceSuite): void {
  describe("the receiving of files", () => {
    const tokenOf = async (email: string) => {
      const { body } = await suite.anonymous<{ token: string }>("POST", "/auth/user/emailpass", {
        email,
        password: PASSWORD,
      })

      return body.token
    }

    /** A form whose file the caller feeds as they like; `answer` resolves when the server has said something. */
    const open = (token: string, path = "/vendor/uploads", more: Record<string, string> = {}) => {
      const { hostname, port } = new URL(suite.base_url)
      const began = Date.now()
      const sent = request({
        hostname,
        port,
        path,
        method: "POST",
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
          ...more,
        },
      })
      const answer = new Promise<Sent>((resolve, reject) => {
        sent.on("response", (response) => resolve(read(response, began)))
        sent.on("error", reject)
      })
      // Not every form here is waited for.
      answer.catch(() => undefined)
      sent.write(HEAD)

      return { sent, answer }
    }

    const read = async (response: IncomingMessage, began: number): Promise<Sent> => {
      let text = ""
      for await (const part of response) {
        text += part
      }
      const body = JSON.parse(text) as Answered
      suite.written.push(...(body.files ?? []).map(({ url }) => join(PUBLIC, basename(url))))

      return {
        status: response.statusCode ?? 0,
        code: body.code,
        seconds: (Date.now() - began) / 1000,
        retry_after: response.headers["retry-after"],
      }
    }

    const finish = ({ sent, answer }: ReturnType<typeof open>, picture: Buffer) => {
      sent.end(Buffer.concat([picture, Buffer.from(TAIL)]))

      return answer
    }

    const hangUp = (sent: ClientRequest) =>
      new Promise<void>((resolve) => {
        if (sent.closed) {
          resolve()
        }
        sent.destroy().once("close", resolve)
      })

    const drawing = () =>
      sharp({ create: { width: 40, height: 20, channels: 3, background: "#a52" } })
        .png()
        .toBuffer()

    const settle = (values: Partial<Settings>) =>
      suite.container.resolve<AccessModuleService>(ACCESS_MODULE).writeSettings({ values, by: "user_test" })

    it("waits for no trickle: a form without progress is ended, and its place is free again", async () => {
      const token = await tokenOf("owner@shop.example.com")
      const slow = [open(token), open(token)]
      const drops = setInterval(() => {
        for (const { sent } of slow) {
          sent.write("x")
        }
      }, 200)
      const answers = await Promise.all(slow.map(({ answer }) => answer))
      clearInterval(drops)

      for (const { status, code, seconds } of answers) {
        expect([status, code]).toEqual([408, "upload_timed_out"])
        expect(seconds).toBeLessThan(15)
      }
      await Promise.all(slow.map(({ sent }) => hangUp(sent)))
      await sleep(200)
      expect((await finish(open(token), await drawing())).status).toBe(201)
    }, 60_000)

    it("tells a client that reads only when all is sent, and cuts off one that never stops", async () => {
      const token = await tokenOf("owner@shop.example.com")
      const head = [
        "POST /vendor/uploads HTTP/1.1",
        "Host: localhost",
        `Authorization: Bearer ${token}`,
        `Content-Type: multipart/form-data; boundary=${BOUNDARY}`,
        "Transfer-Encoding: chunked",
      ].join("\r\n")
      const megabyte = Buffer.alloc(1024 * 1024)
      const chunk = Buffer.concat([Buffer.from("100000\r\n"), megabyte, Buffer.from("\r\n")])
      const { hostname, port } = new URL(suite.base_url)
      const socket = connect(Number(port), hostname)
      const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()))
      socket.on("error", () => undefined)
      const send = (data: string | Buffer) => new Promise((written) => socket.write(data, written))
      await send(`${head}\r\n\r\n${HEAD.length.toString(16)}\r\n${HEAD}\r\n`)
      for (let megabytes = 0; megabytes < 40; megabytes += 1) {
        await send(chunk)
      }
      const text = await new Promise<string>((resolve, reject) => {
        socket.once("data", (data) => resolve(data.toString()))
        socket.once("close", () => reject(new Error("Cut off without an answer.")))
      })
      expect(text).toMatch(/^HTTP\/1\.1 413 [\s\S]*request_too_large/)

      const drops = setInterval(() => socket.write("1\r\nx\r\n"), 100)
      await closed
      clearInterval(drops)
    }, 30_000)

    it("keeps no place for those who hang up while it looks who they are", async () => {
      const token = await tokenOf("owner@shop.example.com")
      for (let tries = 0; tries < 16; tries += 1) {
        const { sent } = open(token)
        await new Promise<void>((connected) => {
          // Connections are used again.
          sent.once("socket", (socket) =>
            socket.connecting ? socket.once("connect", connected) : connected()
          )
        })
        await sleep(tries % 4)
        await hangUp(sent)
      }
      await sleep(500)

      expect((await finish(open(token), await drawing())).status).toBe(201)
    })

    it("reads no more of a form than its files may have, and nobody else waits for that", async () => {
      const token = await tokenOf("owner@shop.example.com")
      const { sent, answer } = open(token)
      const piece = Buffer.alloc(256 * 1024)
      let pieces = 0
      let isAnswered = false
      void answer.then(() => {
        isAnswered = true
      })
      while (!isAnswered && pieces < 400) {
        pieces += 1
        // A server that has answered reads on no more, and what was not sent by then never is.
        await Promise.race([new Promise((written) => sent.write(piece, written)), answer])
      }

      expect(await answer).toMatchObject({ status: 413, code: "request_too_large" })
      expect((pieces * piece.length) / 1024 / 1024).toBeLessThan(40)
      sent.destroy()
      const declared = { "content-length": String(40 * 1024 * 1024) }
      expect(await open(token, "/vendor/uploads", declared).answer).toMatchObject({ status: 413 })
    })

    it("has two places for a login, so that one who holds both starves nobody else", async () => {
      const token = await tokenOf("owner@shop.example.com")
      await createMember(suite.container, suite.market.vendors[1]!.id, "owner", "owner.two@shop.example.com")
      const stranger = await tokenOf("owner.two@shop.example.com")
      const held = [open(token), open(token)]
      await sleep(500)

      expect(await open(token).answer).toMatchObject({
        status: 429,
        code: "uploads_busy",
        retry_after: "5",
      })
      const picture = await drawing()
      expect((await finish(open(stranger), picture)).status).toBe(201)
      const staff = await tokenOf("owner@staff.example.com")
      expect((await finish(open(staff, "/admin/uploads"), picture)).status).toBe(200)
      const answers = await Promise.all(held.map((form) => finish(form, picture)))
      expect(answers.map(({ status }) => status)).toEqual([201, 201])
      expect((await finish(open(token), picture)).status).toBe(201)
    })

    it("gives the place back when the client hangs up", async () => {
      const token = await tokenOf("owner@shop.example.com")
      for (const { sent } of [open(token), open(token)]) {
        await sleep(300)
        sent.destroy()
      }
      await sleep(500)

      expect((await finish(open(token), await drawing())).status).toBe(201)
    })

    it("has four places for the people of one shop together", async () => {
      const tokens: string[] = []
      for (const name of ["one", "two", "three"]) {
        const email = `${name}.of.many@shop.example.com`
        await createMember(suite.container, suite.market.vendors[0]!.id, "catalogue", email)
        tokens.push(await tokenOf(email))
      }
      const held = [tokens[0], tokens[0], tokens[1], tokens[1]].map((token) => open(token!))
      await sleep(500)

      expect(await open(tokens[2]!).answer).toMatchObject({ status: 429, code: "uploads_busy" })
      const picture = await drawing()
      await Promise.all(held.map((form) => finish(form, picture)))
      expect((await finish(open(tokens[2]!), picture)).status).toBe(201)
    })

    describe("of one shop in a day", () => {
      const send = async (count: number, kilobytes = 0) => {
        const form = new FormData()
        const padded = Buffer.concat([await drawing(), Buffer.alloc(kilobytes * 1024)])
        for (let index = 0; index < count; index += 1) {
          form.append("files", new Blob([new Uint8Array(padded)], { type: "image/png" }), "a.png")
        }
        const response = await fetch(`${suite.base_url}/vendor/uploads`, {
          method: "POST",
          headers: { authorization: `Bearer ${await tokenOf("owner@shop.example.com")}` },
          body: form,
        })

        const { code, files } = (await response.json()) as Answered
        suite.written.push(...(files ?? []).map(({ url }) => join(PUBLIC, basename(url))))

        return { status: response.status, code, retry_after: response.headers.get("retry-after") }
      }
      const counted = async () =>
        (
          await suite.sql("select vendor_id as id, files, kilobytes from upload_usage where vendor_id = ?", [
            suite.market.vendors[0]!.id,
          ])
        ).rows

      beforeEach(() => suite.sql("delete from upload_usage", []))

      it("ends at the operator's number of files, also for many at once", async () => {
        await settle({ daily_upload_files: 3 })
        expect((await send(2)).status).toBe(201)
        expect(await send(2)).toMatchObject({ status: 429, code: "upload_quota_reached" })
        const answers = await Promise.all([send(1), send(1)])
        expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 429])
        expect(await counted()).toMatchObject([{ files: 3 }])
      })

      it("ends at the operator's number of megabytes", async () => {
        await settle({ daily_upload_megabytes: 1 })
        expect((await send(1, 2000)).status).toBe(429)
        expect(await counted()).toEqual([])
        expect((await send(1)).status).toBe(201)
      })

      it("begins again with the next day, and forgets the former one", async () => {
        await settle({ daily_upload_files: 1 })
        expect((await send(1)).status).toBe(201)
        expect(Number((await send(1)).retry_after)).toBeGreaterThan(0)
        await suite.sql("update upload_usage set id = vendor_id || ' 2026-01-01' where vendor_id = ?", [
          suite.market.vendors[0]!.id,
        ])
        expect((await send(1)).status).toBe(201)
        expect(await counted()).toHaveLength(1)
      })

      it("counts papers too, whatever they turn out to be", async () => {
        await settle({ daily_upload_files: 0 })
        const form = new FormData()
        form.set("file", new Blob(["%PDF-1.7 a licence"], { type: "application/pdf" }), "licence.pdf")
        const response = await fetch(`${suite.base_url}/vendor/onboarding/documents`, {
          method: "POST",
          headers: { authorization: `Bearer ${await tokenOf("owner@shop.example.com")}` },
          body: form,
        })
        expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
          429,
          "upload_quota_reached",
        ])
      })
    })
  })
}
