import { execScript } from "../app"
import type { OwnClaim } from "../claim"
import type { Secrets } from "../secrets"
import { type DemoMarket, readMarket } from "./read"

/** Seeds what is missing and gives the demo's logins the passwords of `.merkato/secrets.json`. */
export async function seedMarket(
  env: Record<string, string | undefined>,
  secrets: Secrets,
  claim: OwnClaim
): Promise<DemoMarket> {
  // Not as arguments: those can be read by everybody on the machine.
  const passwords = {
    MERKATO_STAFF_PASSWORD: secrets.staff_password,
    MERKATO_VENDOR_PASSWORD: secrets.vendor_password,
    MERKATO_BUYER_PASSWORD: secrets.buyer_password,
  }
  await execScript("./scripts/lib/market/seed.ts", [], { ...env, ...passwords }, claim, "seed.log")
  const market = await readMarket(env.DATABASE_URL ?? "")
  if (!market) {
    throw new Error("Seeding ended, but the marketplace is not in the database. See .merkato/seed.log.")
  }

  return market
}
