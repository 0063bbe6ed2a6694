import { setTimeout as sleep } from "node:timers/promises"
import { ACTORS, type Actor } from "./actors"
import { allOf } from "./all-of"
import { showsDeliveryCode } from "./delivery-codes"
import type { Prepared, Recipe } from "./recipes/recipe"
import { hashesOfAll } from "./shop-hashes"
import type { Row } from "./table"
import type { World } from "./world"

const REFUSALS = [401, 403]
const AT_ONCE = 12

/** A row with what is asked for it: the first right request, and who is let in. */
type Case = { row: Row; recipe: Recipe | undefined; first: Prepared; admitted: Actor[] }

/**
 * Calls routes as everybody and returns what was not as the table says, one line each. First come all who are refused,
 * with requests that would be right for others: together they may change nothing in the database.
 */
export async function walk(world: World, rows: [Row, Recipe | undefined][]): Promise<string[]> {
  const problems: string[] = []
  const cases: Case[] = []
  for (const [row, recipe] of rows) {
    await keep(problems, `${row.method} ${row.path} could not be prepared`, async () => {
      cases.push(await prepare(world, row, recipe))
    })
  }
  problems.push(...(await expectRefusals(world, cases)))
  for (const one of cases) {
    await keep(problems, `${one.row.method} ${one.row.path} could not be prepared again`, async () => {
      problems.push(...(await expectAdmissions(world, one)))
    })
  }

  return problems
}

async function keep(problems: string[], what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    problems.push(`${what}: ${(error as Error).message}`)
  }
}

async function prepare(world: World, row: Row, recipe: Recipe | undefined): Promise<Case> {
  const admitted = recipe ? examplesOf(row) : []

  return { row, recipe, admitted, first: (await recipe?.(world, admitted[0] ?? "anonymous")) ?? dummy(row) }
}

async function expectRefusals(world: World, cases: Case[]): Promise<string[]> {
  const refusals = cases.flatMap(({ row, first }) =>
    ACTORS.filter((actor) => isAsked(row, actor) && !row.allowed.has(actor)).map((actor) => ({
      row,
      actor,
      prepared: { ...first, sign_in: actor === "other-shop" ? first.other_sign_in : undefined },
    }))
  )
  const ask = async (asked: typeof refusals) =>
    (
      await allOf(asked, AT_ONCE, ({ row, actor, prepared }) =>
        expectOne(world, { row, actor, prepared, wanted: refusalsOf(row, actor) })
      )
    ).flat()
  const before = await settled(world)
  const problems = [
    ...(await ask(refusals.filter(({ actor }) => actor !== "suspended"))),
    ...(await whileSuspended(world, () => ask(refusals.filter(({ actor }) => actor === "suspended")))),
  ]

  return [...problems, ...differences(before, await settled(world))]
}

/** When somebody was seen last, what was refused to them, and what they waited for. */
const WRITTEN_BY_REFUSALS: Record<string, string[] | "all"> = {
  access_session: ["last_seen_at", "updated_at"],
  api_key: ["last_used_at", "updated_at"],
  vendor_api_key: ["last_used_at", "updated_at"],
  audit_entry: "all",
  throttle_counter: "all",
  lock_lease: "all",
}

/** What the database holds once nothing that was begun before goes on writing. */
async function settled(world: World): Promise<Record<string, string>> {
  let hashes = await hashesOfAll(world, WRITTEN_BY_REFUSALS)
  for (let attempt = 0; attempt < 20; attempt += 1) {
    await sleep(250)
    const again = await hashesOfAll(world, WRITTEN_BY_REFUSALS)
    if (!differences(hashes, again).length) {
      break
    }
    hashes = again
  }

  return hashes
}

const differences = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys({ ...before, ...after })
    .filter((table) => before[table] !== after[table])
    .map((table) => `refused requests have changed the table ${table}`)

async function expectAdmissions(world: World, { row, recipe, first, admitted }: Case): Promise<string[]> {
  const problems: string[] = []
  const isReading = row.method === "GET" && !first.sign_in
  for (const [index, actor] of admitted.entries()) {
    const isFresh = isReading || (index === 0 && !first.is_passing)
    const prepared = isFresh ? first : ((await recipe?.(world, actor)) ?? first)
    const ask = () => expectOne(world, { row, actor, prepared, wanted: [200, 201, 202, 204] })
    problems.push(...(actor === "suspended" ? await whileSuspended(world, ask) : await ask()))
  }

  return problems
}

/** Whom to expect let in. Where nothing depends on who asks, one of each kind is enough. */
function examplesOf(row: Row): Actor[] {
  const actors = ACTORS.filter((actor) => isAsked(row, actor) && row.allowed.has(actor))
  if (row.path.startsWith("/auth/")) {
    return actors.filter((actor) => ["anonymous", "buyer", "shop:owner", "staff:owner"].includes(actor))
  }

  return row.allowed.has("anonymous")
    ? actors.filter((actor) => actor === "anonymous" || actor === "buyer")
    : actors
}

/** Another shop's record is not found, and so may be a file that one may not read. */
function refusalsOf({ path }: Row, actor: Actor): number[] {
  if (path.startsWith("/static/")) {
    return [...REFUSALS, 404]
  }

  return actor === "other-shop" ? [404] : REFUSALS
}

/** A month, or a figure, is every shop's. */
const NAMED_RECORD = /:(?!(period|metric)\b)/

/** Another shop's owner is asked only where the route names a record; without one it answers their own. */
function isAsked({ path }: Row, actor: Actor): boolean {
  return actor !== "other-shop" || (path.startsWith("/vendor/") && NAMED_RECORD.test(path))
}

type Asking = { row: Row; actor: Actor; prepared: Prepared; wanted: number[] }

async function expectOne(world: World, asking: Asking): Promise<string[]> {
  const { row, actor, prepared, wanted } = asking
  const { status, body } = await answerOf(call(world, asking), prepared.meanwhile)
  const isFine = wanted.includes(status)
  const expected = wanted.includes(200) ? "2xx" : wanted.join(" or ")
  if (!row.path.startsWith("/store/") && showsDeliveryCode(JSON.stringify(body) ?? "")) {
    return [`${row.method} ${row.path} as ${actor} shows a delivery code`]
  }

  return isFine
    ? []
    : [
        `${row.method} ${row.path} as ${actor}: ${status} instead of ${expected}, ${JSON.stringify(body).slice(0, 300)}`,
      ]
}

async function answerOf<Answer>(asking: Promise<Answer>, nudge: Prepared["meanwhile"]): Promise<Answer> {
  const isAnswered = asking.then(() => true)
  for (let attempt = 0; nudge && attempt < 200; attempt += 1) {
    if (
      await Promise.race([
        isAnswered,
        sleep(50)
          .then(nudge)
          .then(() => false),
      ])
    ) {
      break
    }
  }

  return asking
}

function call(world: World, { row, actor, prepared }: Asking) {
  const { params = {}, query, body, headers, sign_in, form } = prepared
  const path = row.path.replaceAll(/:(\w+)/g, (_, name) => params[name] ?? "none")
  const address = query ? `${path}?${query}` : path

  return world.clients[actor](row.method, address, form ?? body, { ...headers, ...sign_in })
}

async function whileSuspended(world: World, ask: () => Promise<string[]>): Promise<string[]> {
  await world.sql("update vendor set status = 'suspended' where id = ?", [world.shop.id])
  try {
    return await ask()
  } finally {
    await world.sql("update vendor set status = 'approved' where id = ?", [world.shop.id])
  }
}

const dummy = (row: Row): Prepared => ({ body: row.method === "GET" ? undefined : {} })
