import { readFileSync } from "node:fs"
import { join } from "node:path"
import { ACTORS, type Actor, SHOP_ACTORS, STAFF_ACTORS } from "./actors"

export type Row = { method: string; path: string; allowed: ReadonlySet<Actor> }

const USERS: Actor[] = ["nobody", ...SHOP_ACTORS, "other-shop", "suspended", ...STAFF_ACTORS]

const groups: Record<string, readonly Actor[]> = {
  /** No sign-in is asked for. */
  anyone: ACTORS,
  closed: [],
  "shop:*": SHOP_ACTORS,
  "staff:*": STAFF_ACTORS,
  user: USERS,
  person: ["buyer", ...USERS],
}

/** `GET /admin/products   staff:owner,operations secret-key`, one route a line; `#` begins a comment. */
export function parseTable(text: string): Map<string, Row> {
  const rows = new Map<string, Row>()
  for (const line of text.split("\n").map((raw) => raw.replace(/#.*/, "").trim())) {
    const [method, path, ...who] = line.split(/\s+/)
    if (!line || !method || !path) {
      continue
    }
    const key = `${method} ${path}`
    if (rows.has(key) || !who.length) {
      throw new Error(`${key} stands twice in the table, or names nobody`)
    }
    rows.set(key, { method, path, allowed: new Set(who.flatMap(expand)) })
  }

  return rows
}

function expand(token: string): Actor[] {
  const group = groups[token]
  if (group) {
    return [...group]
  }
  const [surface, roles] = token.split(":")
  const actors = roles ? roles.split(",").map((role) => `${surface}:${role}`) : [token]

  return actors.map((actor) => {
    if (!(ACTORS as readonly string[]).includes(actor)) {
      throw new Error(`The table names ${actor}, whom the walk does not know`)
    }

    return actor as Actor
  })
}

export const readTable = () => parseTable(readFileSync(join(__dirname, "table.txt"), "utf8"))
