import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"

/** A part of a statement, with the values of its question marks. */
export type Sql = { sql: string; values: unknown[] }

export type Replacement = {
  table: string
  keys: readonly string[]
  values: readonly string[]
  /** What the rows should be, of all that are looked at. */
  fresh: Sql
  /** Which rows are looked at, in the words of the table under the name `kept`; null for all of them. */
  of: Sql | null
}

const columns = (names: readonly string[], side = "") =>
  names.map((name) => (side ? `${side}.${name}` : name)).join(", ")

/** `?, ?, ?`: values that are told one by one, so that PostgreSQL knows how few they are and asks an index for them. */
export const listOf = (values: readonly unknown[]) => values.map(() => "?").join(", ")

/**
 * Makes rows what they should be: those that should not be there go, new ones come, and what is right already is not
 * written again. The same for a part as for the whole, so that both come to the same rows.
 */
const replacementOf = ({ table, keys, values, fresh, of }: Replacement) => {
  const isSame = keys.map((key) => `kept.${key} = fresh.${key}`).join(" and ")

  return `with fresh as materialized (${fresh.sql}),
    gone as (
      delete from ${table} as kept
      where ${of ? `${of.sql} and` : ""} not exists (select 1 from fresh where ${isSame})
      returning ${columns(keys, "kept")}
    ),
    written as (
      insert into ${table} as kept (${columns([...keys, ...values])})
      select ${columns([...keys, ...values])} from fresh
      on conflict (${columns(keys)}) do update set ${values.map((name) => `${name} = excluded.${name}`).join(", ")}
      where (${columns(values, "kept")}) is distinct from (${columns(values, "excluded")})
      returning ${columns(keys, "kept")}
    )`
}

const valuesOf = ({ fresh, of }: Replacement) => [...fresh.values, ...(of?.values ?? [])]

/** @returns how many rows were not what they should have been */
export async function replaceRows(context: Context, replacement: Replacement): Promise<number> {
  const [row] = await queryRows<{ changed: number }>(
    context,
    `${replacementOf(replacement)}
     select ((select count(*) from gone) + (select count(*) from written))::int as changed`,
    valuesOf(replacement)
  )

  return row?.changed ?? 0
}

/** The same, with the keys of those rows, as text: a day is none of a process's clock. */
export const replaceRowsNaming = <Key>(context: Context, replacement: Replacement): Promise<Key[]> =>
  queryRows<Key>(
    context,
    `${replacementOf(replacement)}
     select ${replacement.keys.map((key) => `${key}::text`).join(", ")} from (select * from gone union select * from written) as changed`,
    valuesOf(replacement)
  )
