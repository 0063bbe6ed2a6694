import { Modules } from "@medusajs/framework/utils"
import {
  importProductsAsChunksWorkflow,
  importProductsAsChunksWorkflowId,
  importProductsWorkflow,
  importProductsWorkflowId,
} from "@medusajs/medusa/core-flows"
import { must, type World } from "../world"

/** A table with one product, as the import takes it. */
export const productTable = (serial: number): string =>
  [
    "Product Handle,Product Title,Variant Title,Variant Option 1 Name,Variant Option 1 Value,Variant Price NGN",
    `imported-${serial},Imported ${serial},One,Size,One,1500`,
  ].join("\n")

/** The same in the store of files. */
export async function storeTable(world: World): Promise<string> {
  const serial = world.serial()
  const file = await world.container.resolve(Modules.FILE).createFiles({
    filename: `walk-${serial}.csv`,
    mimeType: "text/csv",
    content: Buffer.from(productTable(serial)).toString("base64"),
    access: "private",
  })

  return file.id
}

const starts = {
  [importProductsWorkflowId]: async (world: World) => {
    const input = { filename: "products.csv", fileContent: productTable(world.serial()) }

    return (await importProductsWorkflow(world.container).run({ input })).transaction.transactionId
  },
  [importProductsAsChunksWorkflowId]: async (world: World) => {
    const input = { filename: "products.csv", fileKey: await storeTable(world) }

    return (await importProductsAsChunksWorkflow(world.container).run({ input })).transaction.transactionId
  },
}

const taken = new WeakMap<World, Set<string>>()

/**
 * An import that waits to be confirmed. Those that the walk's own calls have begun go first, so the
 * table names the import before its confirmation.
 */
export async function waitingImport(world: World, workflow: keyof typeof starts): Promise<string> {
  const handed = taken.get(world) ?? new Set()
  taken.set(world, handed)
  const waiting = await world.sql<{ transaction_id: string }>(
    "select transaction_id from workflow_execution where workflow_id = ? and state = 'invoking'",
    [workflow]
  )
  const id =
    waiting.map(({ transaction_id }) => transaction_id).find((each) => !handed.has(each)) ??
    (await starts[workflow](world))
  handed.add(id)

  return id
}

const confirmations = {
  [importProductsWorkflowId]: "/admin/products/import",
  [importProductsAsChunksWorkflowId]: "/admin/products/imports",
}

/** Confirms what the walk has left waiting: a test is not over while a run waits to be told something. */
export async function confirmWaitingImports(world: World): Promise<void> {
  for (const [workflow, path] of Object.entries(confirmations)) {
    const waiting = await world.sql<{ transaction_id: string }>(
      "select transaction_id from workflow_execution where workflow_id = ? and state = 'invoking'",
      [workflow]
    )
    for (const { transaction_id } of waiting) {
      await must(world.clients["staff:owner"], "POST", `${path}/${transaction_id}/confirm`, {})
    }
  }
}
