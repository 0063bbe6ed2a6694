import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Marketplace } from "../../helpers/create-marketplace"
import { type Client, type Person, signIn } from "../../helpers/people"
import { enrolAuthenticator, signInWithFactor } from "../../helpers/second-factor"

/** What is there once the server has started: two shops, and people of each kind. */
export type Place = {
  readonly container: MedusaContainer
  readonly market: Marketplace
  readonly base_url: string
  readonly people: Record<"owner" | "operations" | "support" | "shop" | "buyer", Person>
}

type Who = keyof Place["people"]

export type GuardSuite = ReturnType<typeof createGuardSuite>

/** What all tests of the guards share. */
export function createGuardSuite(place: () => Place) {
  const as = (who: Who): Promise<Client> =>
    signIn(place().base_url, who === "buyer" ? "customer" : "user", place().people[who].email)
  const sql = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (
      await place()
        .container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .raw(text, values as string[])
    ).rows
  /** A user with a second factor that is fresh. */
  const withFactor = async (who: Exclude<Who, "buyer">): Promise<Client> => {
    const app = await enrolAuthenticator(await as(who))

    return signInWithFactor(place().base_url, { actor: "user", email: place().people[who].email }, app)
  }
  const ownerWithFactor = () => withFactor("owner")
  const auditOf = (action: string) =>
    sql<Record<string, unknown>>("select * from audit_entry where action = ? order by created_at", [action])

  const signInAs = (email: string): Promise<Client> => signIn(place().base_url, "user", email)

  return { place, as, signInAs, sql, withFactor, ownerWithFactor, auditOf }
}
