import { createServer } from "node:http"
import { join } from "node:path"
import { WorkflowManager } from "@medusajs/framework/orchestration"
import type { MedusaContainer } from "@medusajs/framework/types"
import express, { type Express } from "express"
import { reconcileWorkflow } from "../../src/workflows/payment/workflows/reconcile"

/**
 * The real server in a process of its own, which kills itself with SIGKILL right after a named step: what a power
 * cut would leave. Started by `kill-server.ts`; steps are workflow steps (`complete-cart/create-orders`) or calls
 * of a module's method (`ledger.post`).
 */
const COMPLETE_CART = "complete-cart"
const METHODS: Record<string, string[]> = {
  webhook: ["receive", "claimOne", "complete"],
  gateway: ["checkCharge", "refund", "settle"],
  ledger: ["post"],
  vendor_order: ["openCheckout", "recordPartition", "closeCheckout"],
}

let armed: string | null = null

function dieAfter(point: string): void {
  if (armed === point) {
    process.kill(process.pid, "SIGKILL")
  }
}

type Handlers = Map<string, { invoke: (args: unknown) => Promise<unknown> }>

function watchSteps(workflowId: string): string[] {
  const handlers = (WorkflowManager.getWorkflow(workflowId) as unknown as { handlers_: Handlers }).handlers_
  for (const [stepId, handler] of handlers) {
    handlers.set(stepId, {
      ...handler,
      invoke: async (args) => {
        const result = await handler.invoke(args)
        dieAfter(`${workflowId}/${stepId}`)
        return result
      },
    })
  }

  return [...handlers.keys()].map((stepId) => `${workflowId}/${stepId}`)
}

type Service = Record<string, (...args: unknown[]) => Promise<unknown>>

function watchMethods(container: MedusaContainer): string[] {
  return Object.entries(METHODS).flatMap(([module, methods]) => {
    const service = container.resolve<Service>(module)
    return methods.map((method) => {
      const original = service[method]?.bind(service)
      if (!original) {
        throw new Error(`Module ${module} has no method ${method} any more`)
      }
      service[method] = async (...args) => {
        const result = await original(...args)
        dieAfter(`${module}.${method}`)
        return result
      }
      return `${module}.${method}`
    })
  })
}

function addControls(app: Express, container: () => MedusaContainer, points: () => string[]): void {
  app.get("/__kill/points", (_, res) => {
    res.json(points())
  })
  app.post("/__kill/arm", (req, res) => {
    armed = String(req.query.point)
    res.json({ armed })
  })
  app.post("/__kill/reconcile", (_, res, next) => {
    reconcileWorkflow(container())
      .run({ input: { limit: 100, min_age_seconds: 0 } })
      .then(({ result }) => res.json(result))
      .catch(next)
  })
}

async function main(): Promise<void> {
  const directory = process.cwd()
  // Core's own start command does not give the container away.
  const loaders = require(join(directory, "node_modules/@medusajs/medusa/dist/loaders")).default
  const app = express()
  const state: { container?: MedusaContainer; points: string[] } = { points: [] }
  addControls(
    app,
    () => state.container as MedusaContainer,
    () => state.points
  )
  const { container } = await loaders({ directory, expressApp: app })
  state.container = container
  state.points = [...watchSteps(COMPLETE_CART), ...watchMethods(container)]

  const server = createServer(app).listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => {
    const address = server.address()
    process.send?.({ port: typeof address === "object" ? address?.port : 0 })
  })
}

main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
  process.exit(1)
})
