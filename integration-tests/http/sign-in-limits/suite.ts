import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Marketplace } from "../../helpers/create-marketplace"
import {
  type Answer,
  type Client,
  clientWith,
  createBuyer as createBuyerIn,
  PASSWORD,
} from "../../helpers/people"

export type Refusal = { code: string; message: string; type: string }
export type Token = { token: string }

export const WRONG = "a wrong but long password"
export const NEXT_PASSWORD = "another long password"

/** What is there once the server has started. */
export type Place = {
  readonly container: MedusaContainer
  readonly market: Marketplace
  readonly base_url: string
}

export type LimitSuite = ReturnType<typeof createLimitSuite>

let machines = 0

/** What all tests of the limits share. */
export function createLimitSuite(place: () => Place) {
  /** One who calls from an address of its own, as the trusted proxy reports it. */
  const from = (ip: string): Client => clientWith(place().base_url, { "x-forwarded-for": ip })
  const newMachine = (): Client => {
    machines += 1
    return from(`10.0.${Math.floor(machines / 250)}.${(machines % 250) + 1}`)
  }
  const bearing = (token: string, more: Record<string, string> = {}): Client =>
    clientWith(place().base_url, {
      authorization: `Bearer ${token}`,
      "x-publishable-api-key": place().market.publishable_key,
      ...more,
    })
  const sql = async (statement: string, values: unknown[] = []) =>
    (
      await place()
        .container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .raw(statement, values as never)
    ).rows
  const createBuyer = (email: string) => createBuyerIn(place().container, email)
  const login = (client: Client, email: string, password = PASSWORD, actor = "customer") =>
    client<Refusal & Token>("POST", `/auth/${actor}/emailpass`, { email, password })
  const registerAt = (client: Client, body: Record<string, unknown>, actor = "customer") =>
    client<Refusal & Token>("POST", `/auth/${actor}/emailpass/register`, body)
  /** Lets time go by for every counter. */
  const pass = (seconds: number) =>
    sql("update throttle_counter set expire = expire - ? where key not like '%:locks:%'", [seconds * 1000])
  const forget = (keys: string) => sql("delete from throttle_counter where key like ?", [keys])
  const counters = async (keys: string): Promise<number> =>
    (await sql("select count(*)::int as count from throttle_counter where key like ?", [keys]))[0].count

  return { place, from, newMachine, bearing, sql, createBuyer, login, registerAt, pass, forget, counters }
}

export const count = (answers: Answer<unknown>[], status: number) =>
  answers.filter((answer) => answer.status === status).length

/**
 * Sends many requests, so many at a time: all at once their hashes would keep the threads busy for so long that a slow
 * machine ran into the time limits of its database connections, and what was counted in memory then is not the subject.
 */
export async function inBatches<Result>(total: number, work: (index: number) => Promise<Result>) {
  const results: Result[] = []
  while (results.length < total) {
    const size = Math.min(BATCH, total - results.length)
    const first = results.length
    results.push(...(await Promise.all(Array.from({ length: size }, (_, index) => work(first + index)))))
  }

  return results
}

const BATCH = 25
