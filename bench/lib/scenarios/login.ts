import { randomBytes } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import type { Steps } from "../../../scripts/lib/steps"
import { type Figure, ratioOfTimes } from "../figures"
import { interleave, type Side } from "../measure"
import type { BenchServer } from "../servers"

/** What one measured round signs in: each buyer once, some of them at the same time. */
const BUYERS = 12
const AT_ONCE = 4
const CEILING = 1.05
const PASSWORD = randomBytes(16).toString("base64url")
const Token = z.object({ token: z.string() })

export type LoginServers = { limited: BenchServer; unlimited: BenchServer }
export type LoginRounds = { rounds: number; warm_up: number }

/** Successful sign-ins with all limits, beside the same server without any: hashing the password is what takes time. */
export async function measureLogin(
  { limited, unlimited }: LoginServers,
  { rounds, warm_up }: LoginRounds,
  steps: Steps
): Promise<Figure[]> {
  const run = randomBytes(4).toString("hex")
  const emails = Array.from({ length: BUYERS }, (_, index) => `login-${run}-${index}@example.com`)
  await steps.run(`Register ${BUYERS} logins`, async () => {
    for (const email of emails) {
      await post(unlimited, "/auth/customer/emailpass/register", email)
    }
  })
  const sideOf = (name: string, server: BenchServer): Side<null> => ({
    name,
    server,
    prepare: async () => null,
    run: () => signInAll(server, emails),
  })
  const sides = [sideOf("limits on", limited), sideOf("limits off", unlimited)]
  const timesOf = await steps.run("Sign in", (note) => interleave(sides, { rounds, warm_up, note }))

  return [
    ratioOfTimes({
      id: "login",
      title: `${BUYERS} sign-ins, ${AT_ONCE} at once`,
      measured: { name: "limits on", times: timesOf("limits on") },
      beside: { name: "limits off", times: timesOf("limits off") },
      ceiling: CEILING,
    }),
  ]
}

async function signInAll(server: BenchServer, emails: string[]): Promise<number> {
  const waiting = [...emails]
  const start = performance.now()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let email = waiting.pop(); email; email = waiting.pop()) {
        await post(server, "/auth/customer/emailpass", email)
      }
    })
  )

  return performance.now() - start
}

async function post(server: BenchServer, path: string, email: string): Promise<void> {
  const response = await fetch(`${server.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password: PASSWORD }),
  })
  Token.parse(await response.json())
}
