import { zodValidator } from "@medusajs/framework"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"

/** Checks a query that asks for no `fields`: an unknown name is refused, like a wrong value. Shows its schema, as the other validators do. */
export const validateQuery = (schema: z.ZodObject) =>
  Object.assign(
    async (req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): Promise<void> => {
      req.validatedQuery = await zodValidator(schema, req.query)
      next()
    },
    { reads: { query: schema } }
  )
