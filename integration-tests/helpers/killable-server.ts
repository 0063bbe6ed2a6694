import { createServer } from "node:http"
import { join } from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import express, { type Express, type RequestHandler } from "express"
import { failedRefundsDue, followUpRefund } from "../../src/workflows/payment/retry-refunds"
import { reconcileWorkflow } from "../../src/workflows/payment/workflows/reconcile"
import { followPayoutsWorkflow } from "../../src/workflows/payout/workflows/follow-payouts"
import { runPayoutsWorkflow } from "../../src/workflows/payout/workflows/run-payouts"
import { type RefundPartInput, refundPart } from "../../src/workflows/vendor-order/refund-view"
import type { RefundRequestRef } from "../../src/workflows/vendor-order/steps/open-refund-request"
import { finishCancellationsWorkflow } from "../../src/workflows/vendor-order/workflows/finish-cancellations"
import { finishRefundRequestWorkflow } from "../../src/workflows/vendor-order/workflows/finish-refund-request"
import { createMarketplace } from "./create-marketplace"
import { creditVendors, openAccounts } from "./credit-vendors"
import { watchPoints } from "./kill-points"
import { type KillKind, KillSwitch } from "./kill-switch"

/**
 * The real server in a process of its own, with controls that say where it is to be killed. Completions are
 * followed as `route:<cart>`, events as `inbox:<type>:<reference>`, anything else by the name in its header
 * `x-kill-run`. Started by `server-process.ts`.
 */
type Started = { container: MedusaContainer; points: string[] }

const kill = new KillSwitch()

function followRequests(app: Express): void {
  app.use((req, _, next) => {
    const cartId = /^\/store\/carts\/([^/]+)\/complete$/.exec(req.path)?.[1]
    const named = req.header("x-kill-run")
    kill.follow(named ?? (cartId ? `route:${cartId}` : null), next)
  })
}

function addControls(app: Express, started: () => Started): void {
  const control = (path: string, work: (body: Record<string, unknown>) => unknown): void => {
    const handler: RequestHandler = (req, res, next) => {
      Promise.resolve(work(req.body))
        .then((answer) => res.json(answer ?? null))
        .catch(next)
    }
    app.post(`/__kill/${path}`, express.json(), handler)
  }
  control("points", () => started().points)
  control("arm", ({ run, point, kind }) => kill.arm(String(run), String(point), kind as KillKind))
  control("run", ({ run }) => kill.runOf(String(run)))
  control("seed", (options) => createMarketplace(started().container, options))
  control("reconcile", async () => {
    const { result } = await reconcileWorkflow(started().container).run({
      input: { limit: 1000, min_age_seconds: 0 },
    })
    return result
  })
  control("start-refund", ({ run, refund }) =>
    kill.follow(
      String(run),
      () => void refundPart(started().container, refund as RefundPartInput).catch(() => null)
    )
  )
  control("start-finishing", ({ run, request }) =>
    kill.follow(String(run), () => void finishRequest(started().container, request as RefundRequestRef))
  )
  control("start-following-up", ({ run, reference }) =>
    kill.follow(String(run), () => void followUp(started().container, String(reference)))
  )
  control("finish-refunds", async () => {
    const input = { limit: 1000, min_age_seconds: 0, retry_seconds: 0 }
    return (await finishCancellationsWorkflow(started().container).run({ input })).result
  })
  control("accounts", ({ vendor_ids }) => openAccounts(started().container, vendor_ids as string[]))
  control("credit", ({ vendor_ids }) => creditVendors(started().container, vendor_ids as string[]))
  // Not waited for: a run that is frozen never ends.
  control("start-payouts", ({ run }) => kill.follow(String(run), () => void runPayouts(started().container)))
  control("run-payouts", () => runPayouts(started().container))
  control("follow-payouts", async () => {
    return (await followPayoutsWorkflow(started().container).run({ input: { limit: 1000 } })).result
  })
}

const finishRequest = (container: MedusaContainer, input: RefundRequestRef) =>
  finishRefundRequestWorkflow(container)
    .run({ input })
    .catch(() => null)

/** What the job does about the refunds of one payment that have failed. */
async function followUp(container: MedusaContainer, reference: string): Promise<void> {
  for (const failed of await failedRefundsDue(container, 1000)) {
    if (failed.reference === reference) {
      await followUpRefund(container, failed).catch(() => null)
    }
  }
}

const runPayouts = async (container: MedusaContainer) =>
  (await runPayoutsWorkflow(container).run({ input: { started_by: null } })).result

async function main(): Promise<void> {
  const directory = process.cwd()
  // Core's own start command does not give the container away.
  const loaders = require(join(directory, "node_modules/@medusajs/medusa/dist/loaders")).default
  const app = express()
  const state: { started?: Started } = {}
  addControls(app, () => state.started as Started)
  followRequests(app)
  const { container } = await loaders({ directory, expressApp: app })
  state.started = { container, points: watchPoints(container, kill) }

  const server = createServer(app).listen(0, "127.0.0.1", () => {
    const address = server.address()
    process.send?.({ port: typeof address === "object" ? address?.port : 0 })
  })
}

// Nobody is left to end it when the test is gone.
process.on("disconnect", () => process.exit(0))
main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
  process.exit(1)
})
