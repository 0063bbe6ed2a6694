import { importProductsAsChunksWorkflowId, importProductsWorkflowId } from "@medusajs/medusa/core-flows"
import { formOf, pictureForm } from "../records/upload"
import { productTable, storeTable, waitingImport } from "../records/waiting-import"
import type { Recipe, Recipes } from "./recipe"

const TABLE = { originalname: "products.csv", mime_type: "text/csv", size: 200 }

const ofStoredFile: Recipe = async (world) => ({ params: { id: await storeTable(world) } })

export const adminFileRecipes: Recipes = {
  "POST /admin/uploads": async () => ({ form: await pictureForm() }),
  "POST /admin/uploads/presigned-urls": () => ({ body: TABLE }),
  "GET /admin/uploads/:id": ofStoredFile,
  "DELETE /admin/uploads/:id": ofStoredFile,
  "POST /admin/products/export": () => ({ body: {} }),
  "POST /admin/products/import": (world) => ({
    form: formOf("file", { content: productTable(world.serial()), name: "products.csv", type: "text/csv" }),
  }),
  "POST /admin/products/import/:transaction_id/confirm": async (world) => ({
    is_passing: true,
    params: { transaction_id: await waitingImport(world, importProductsWorkflowId) },
    body: {},
  }),
  "POST /admin/products/imports": async (world) => ({
    body: { ...TABLE, file_key: await storeTable(world), extension: "csv" },
  }),
  "POST /admin/products/imports/:transaction_id/confirm": async (world) => ({
    is_passing: true,
    params: { transaction_id: await waitingImport(world, importProductsAsChunksWorkflowId) },
    body: {},
  }),
  "POST /admin/inventory-items/export": () => ({ body: {} }),
}
