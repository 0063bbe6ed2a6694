import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { watchOutput } from "../access/watch-output"

/** What the sandboxes tell of cards, as the gateways do: numbers of their test cards, and what would charge them again; and our keys. */
const SECRETS = [
  "sk_test_of_the_marketplace",
  "FLWSECK_TEST-of-the-marketplace",
  "the-hash-of-the-dashboard",
  "4084084084084081",
  "5531886652142950",
  "AUTH_sandbox0001",
  "SIG_sandbox0001",
  "flw-t1nf-sandbox",
  '"408408"',
  '"553188"',
]

/**
 * After each test of the file: no card, authorisation or secret of ours is in any row of any table, nor in anything that was logged.
 */
export function expectNoSecrets(container: () => MedusaContainer): void {
  let output: ReturnType<typeof watchOutput>

  beforeAll(() => {
    output = watchOutput(container(), ...SECRETS)
  })
  afterEach(async () => {
    expect(await tablesWith(container())).toEqual([])
  })
  afterAll(() => {
    expect(output.stop()).toEqual([])
  })
}

async function tablesWith(container: MedusaContainer): Promise<string[]> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows: tables } = await pg.raw(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`
  )
  const parts = tables.map(
    ({ name }: { name: string }) =>
      `(select '${name}' as name from "${name}" as row where row::text like any (string_to_array(?, chr(1))) limit 1)`
  )
  const found = await pg.raw(
    parts.join(" union all "),
    parts.map(() => SECRETS.map((word) => `%${word.replaceAll(/[%_\\]/g, "\\$&")}%`).join("\u0001"))
  )

  return found.rows.map(({ name }: { name: string }) => name)
}
