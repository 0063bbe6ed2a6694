import type { MedusaContainer } from "@medusajs/framework/types"
import type { PaystackSandbox } from "../../../sandbox"
import { CheckoutBench, PAYSTACK } from "../../helpers/checkout-bench"
import { createMarketplace } from "../../helpers/create-marketplace"
import { OrderDesk } from "../../helpers/order-desk"
import { createMember, createStaff, signIn } from "../../helpers/people"
import { enrolAuthenticator, signInWithFactor } from "../../helpers/second-factor"
import { Shopper } from "../../helpers/shopper"
import type { PayoutWorld } from "./suite"

/** Three shops with stock, their owners and two of the staff, all with a second factor that is fresh. */
export async function openPayoutWorld(
  container: MedusaContainer,
  base_url: string,
  paystack: { start: () => Promise<PaystackSandbox> }
): Promise<PayoutWorld> {
  const sandbox = await paystack.start()
  const market = await createMarketplace(container, {
    vendors: 3,
    stock: 10_000,
    payment_providers: [PAYSTACK],
  })
  const withFactor = async (email: string) => {
    const app = await enrolAuthenticator(await signIn(base_url, "user", email))
    return signInWithFactor(base_url, { actor: "user", email }, app)
  }
  const shopper = new Shopper(base_url, market.publishable_key)
  const owners = await Promise.all(market.vendors.map(({ id }) => createMember(container, id, "owner")))
  const [finance, second] = [
    await createStaff(container, "finance"),
    await createStaff(container, "owner", "second@staff.example.com"),
  ]
  return {
    base_url,
    container,
    market,
    sandbox,
    owners,
    desk: new OrderDesk({ container, market, sandbox, shopper }),
    bench: new CheckoutBench({ container, market, shopper, sandbox }),
    shops: await Promise.all(owners.map(({ email }) => withFactor(email))),
    finance: await withFactor(finance.email),
    second: await withFactor(second.email),
    people: { finance, second },
  }
}
