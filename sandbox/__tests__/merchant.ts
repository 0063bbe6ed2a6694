import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { setTimeout as pause } from "node:timers/promises"
import { type PaystackSandbox, type SandboxOptions, startPaystackSandbox } from ".."

export const SECRET = "sk_test_sandbox"

export type Received = { at: number; raw: string; signature: string; event: string; reference: string }

type Row = Record<string, unknown>
type Body = { status: boolean; message: string; code?: string; type?: string; data: Row; meta?: Row }

/** A merchant over HTTP: an address for webhooks that answers as told, and calls of the API with the secret key. */
export async function startMerchant(options: Partial<SandboxOptions> = {}) {
  const received: Received[] = []
  const answers: number[] = []
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on("data", (chunk) => chunks.push(chunk))
    req.on("end", () => {
      const raw = Buffer.concat(chunks).toString()
      const { event, data } = JSON.parse(raw)
      received.push({
        at: Date.now(),
        raw,
        signature: String(req.headers["x-paystack-signature"]),
        event,
        reference: data.reference ?? data.transaction_reference,
      })
      res.writeHead(answers.shift() ?? 200).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const webhook_url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`
  const sandbox = await startPaystackSandbox({ secret_key: SECRET, webhook_url, ...options })

  return {
    sandbox,
    received,
    /** Statuses of the next answers to webhooks; 200 when there are none left. */
    answers,
    ...callsOf(sandbox),
    /** Waits until so many events came, or fails. */
    async arrived(count: number): Promise<Received[]> {
      const deadline = Date.now() + 3000
      while (received.length < count && Date.now() < deadline) {
        await pause(5)
      }
      expect(received.map(({ event }) => event).length).toBeGreaterThanOrEqual(count)

      return received
    },
    reset() {
      sandbox.control.reset()
      received.length = 0
      answers.length = 0
    },
    async stop() {
      await sandbox.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

let serial = 0

export function callsOf(sandbox: PaystackSandbox) {
  const api = async (method: string, path: string, body?: unknown, key = SECRET) => {
    const response = await fetch(`${sandbox.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: body === undefined || typeof body === "string" ? body : JSON.stringify(body),
    })

    return { status: response.status, headers: response.headers, body: (await response.json()) as Body }
  }

  return {
    api,
    /** An open transaction of 1,250 naira. */
    async open(over: Record<string, unknown> = {}) {
      serial += 1
      const { body } = await api("POST", "/transaction/initialize", {
        email: "ada@example.com",
        amount: 125000,
        currency: "NGN",
        reference: `ref-${serial}`,
        callback_url: "https://shop.example/paid?cart=1",
        ...over,
      })
      return { reference: String(body.data.reference), url: String(body.data.authorization_url) }
    },
    verify: async (reference: string) => (await api("GET", `/transaction/verify/${reference}`)).body.data,
    press: (url: string, button: string) => fetch(`${url}/${button}`, { method: "POST", redirect: "manual" }),
  }
}
