import { parseArgs } from "node:util"
import { printAccess, writeDemoFile } from "./lib/demo-file"
import { type Lifetime, runCommand } from "./lib/lifetime"
import { printReceipt, problemsOf, readReceipt } from "./lib/receipt"
import { serveMarket } from "./lib/serve-market"
import { afterSale } from "./lib/shop/after-sale"
import { shop } from "./lib/shop/shopper"
import { printStatements } from "./lib/statements"
import { Steps } from "./lib/steps"

/** `npm run demo`: the whole marketplace on this machine, and one purchase in it. `--exit` ends after that. */
async function demo(life: Lifetime): Promise<void> {
  const { values } = parseArgs({ options: { exit: { type: "boolean", default: false } } })
  const steps = new Steps()
  const access = await serveMarket(life, steps)
  steps.say(`  ${access.base_url} answers, the admin is at ${access.admin_url} (after ${steps.elapsed()})`)

  const order_id = await steps.run("Buy from three shops in one cart", (note) =>
    shop({ ...access, vendor_count: 3 }, note)
  )
  await writeDemoFile({ ...access, order_id })

  const receipt = await readReceipt(access.database_url, order_id)
  console.log(`\n${printReceipt(receipt)}`)
  const problems = problemsOf(receipt)
  if (problems.length) {
    throw new Error(problems.join("\n"))
  }
  await steps.run("Deliver, give back, dispute, release and pay out", (note) =>
    afterSale({ ...access, order_id }, note)
  )
  console.log(await printStatements(access))
  console.log(`\n${printAccess({ ...access, order_id })}`)
  if (!values.exit) {
    console.log("\nRunning until you press Ctrl-C.")
    await life.untilInterrupted()
    console.log("\nStopping.")
  }
}

void runCommand("demo", demo)
