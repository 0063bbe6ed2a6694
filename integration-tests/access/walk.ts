import { setTimeout as sleep } from "node:timers/promises"
import { ACTORS, type Actor } from "./actors"
import type { Prepared, Recipe } from "./recipes/recipe"
import type { Row } from "./table"
import type { World } from "./world"

const REFUSALS = [401, 403]

/** Calls a route as everybody and returns what was not as the table says, one line each. */
export async function expectRow(world: World, row: Row, recipe: Recipe | undefined): Promise<string[]> {
  const key = `${row.method} ${row.path}`
  try {
    const admissible = examplesOf(row)
    const first = (await recipe?.(world, admissible[0] ?? "anonymous")) ?? dummy(row)
    const refused = await expectRefusals(world, row, { ...first, sign_in: undefined })
    const admitted = recipe ? await expectAdmissions(world, row, { recipe, first, actors: admissible }) : []

    return [...refused, ...admitted]
  } catch (error) {
    return [`${key} could not be prepared: ${(error as Error).message}`]
  }
}

/** All who are not named, at once: none of them may change anything. */
async function expectRefusals(world: World, row: Row, prepared: Prepared): Promise<string[]> {
  const refused = ACTORS.filter(
    (actor) => isAsked(row, actor) && !row.allowed.has(actor) && actor !== "suspended"
  )
  const answers = await Promise.all(refused.map((actor) => call(world, row, actor, prepared)))
  const problems = answers.flatMap(({ status, body }, index) => {
    const actor = refused[index] as Actor
    const wanted = refusalsOf(row, actor)

    return wanted.includes(status) ? [] : [describe(row, actor, status, body, `${wanted.join(" or ")}`)]
  })
  if (!isAsked(row, "suspended") || row.allowed.has("suspended")) {
    return problems
  }

  return [
    ...problems,
    ...(await whileSuspended(world, () =>
      expectOne(world, row, "suspended", prepared, refusalsOf(row, "suspended"))
    )),
  ]
}

type Admission = { recipe: Recipe; first: Prepared; actors: Actor[] }

async function expectAdmissions(
  world: World,
  row: Row,
  { recipe, first, actors }: Admission
): Promise<string[]> {
  const problems: string[] = []
  for (const [index, actor] of actors.entries()) {
    const isFresh = index === 0 || (row.method === "GET" && !first.sign_in)
    const prepared = isFresh ? first : await recipe(world, actor)
    const ask = () => expectOne(world, row, actor, prepared, [200, 201, 202, 204])
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

/** Another shop's record is not found, and so is a file that one may not read. */
function refusalsOf({ path }: Row, actor: Actor): number[] {
  if (path.startsWith("/static/")) {
    return [...REFUSALS, 404]
  }

  return actor === "other-shop" ? [403, 404] : REFUSALS
}

/** Another shop's owner is asked only where the route names a record; without one it answers their own. */
function isAsked({ path }: Row, actor: Actor): boolean {
  return actor !== "other-shop" || (path.startsWith("/vendor/") && path.includes(":"))
}

async function expectOne(
  world: World,
  row: Row,
  actor: Actor,
  prepared: Prepared,
  wanted: number[]
): Promise<string[]> {
  const { status, body } = await answerOf(call(world, row, actor, prepared), prepared.meanwhile)

  return wanted.includes(status)
    ? []
    : [describe(row, actor, status, body, wanted.includes(200) ? "2xx" : "401 or 403")]
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

function call(world: World, row: Row, actor: Actor, prepared: Prepared) {
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

const describe = (row: Row, actor: Actor, status: number, body: unknown, wanted: string) =>
  `${row.method} ${row.path} as ${actor}: ${status} instead of ${wanted}, ${JSON.stringify(body).slice(0, 300)}`
