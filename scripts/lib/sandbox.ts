import { startPaystackSandbox } from "../../sandbox"
import { statePath } from "./paths"
import { usualPort } from "./ports"
import type { Secrets } from "./secrets"

const CURRENCY = "NGN"
/** Collections are settled to the platform's bank, so payouts draw on what it has put in: a million naira, in kobo. */
const TOP_UP = 100_000_000

type SandboxSettings = { base_url: string; secrets: Secrets; usual_port: number }

/** The local Paystack: it remembers its transactions, so that orders of an earlier start can be refunded. */
export async function startSandbox({ base_url, secrets, usual_port }: SandboxSettings) {
  const sandbox = await startPaystackSandbox({
    port: await usualPort(statePath("sandbox.port"), usual_port),
    secret_key: secrets.paystack_secret_key,
    webhook_url: `${base_url}/hooks/paystack`,
    state_file: statePath("sandbox.json"),
  })
  sandbox.control.topUp(CURRENCY, TOP_UP)

  return sandbox
}
