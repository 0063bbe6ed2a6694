import { z } from "@medusajs/framework/zod"
import type { Steps } from "../../../scripts/lib/steps"
import { type Figure, moreMilliseconds, moreStatements } from "../figures"
import { countStatements, interleave, type Side } from "../measure"
import type { BenchServer } from "../servers"

/** A route of core's that does next to nothing, so that what the guard adds shows. */
const PATH = "/admin/currencies?limit=1&fields=code"
const REQUESTS = 40
const CEILING_MS = 1
const CEILING_STATEMENTS = 1
const Token = z.object({ token: z.string() })

export type GuardServers = { guarded: BenchServer; stock: BenchServer }
export type Login = { email: string; password: string }

/** One request of a member of staff: stock Medusa, which asks for a valid token, beside Merkato, which asks for more. */
export async function measureGuard(
  { guarded, stock }: GuardServers,
  { login, rounds, warm_up }: { login: Login; rounds: number; warm_up: number },
  steps: Steps
): Promise<Figure[]> {
  const sides = [await sideOf("Merkato", guarded, login), await sideOf("stock Medusa", stock, login)]
  const timesOf = await steps.run("Ask as staff", (note) => interleave(sides, { rounds, warm_up, note }))
  const [ours, theirs] = await Promise.all(sides.map((side) => countStatements(side)))
  const measured = { name: "Merkato", times: timesOf("Merkato"), statements: (ours?.count ?? 0) / REQUESTS }
  const beside = {
    name: "stock Medusa",
    times: timesOf("stock Medusa"),
    statements: (theirs?.count ?? 0) / REQUESTS,
  }
  const title = "A request of a member of staff"

  return [
    moreMilliseconds({ id: "guard", title, measured, beside, ceiling: CEILING_MS }),
    moreStatements({ id: "guard-statements", title, measured, beside, ceiling: CEILING_STATEMENTS }),
  ]
}

async function sideOf(name: string, server: BenchServer, login: Login): Promise<Side<null>> {
  const { token } = Token.parse(
    await (
      await fetch(`${server.url}/auth/user/emailpass`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(login),
      })
    ).json()
  )

  return {
    name,
    server,
    prepare: async () => null,
    run: () => askAgainAndAgain(`${server.url}${PATH}`, token),
  }
}

/** Milliseconds of one request, as the mean of many: a single one is shorter than a clock's tick is sure of. */
async function askAgainAndAgain(url: string, token: string): Promise<number> {
  const start = performance.now()
  for (let request = 0; request < REQUESTS; request += 1) {
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } })
    if (response.status !== 200) {
      throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
    }
    await response.arrayBuffer()
  }

  return (performance.now() - start) / REQUESTS
}
