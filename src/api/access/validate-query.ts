import { zodValidator } from "@medusajs/framework"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"

/** Checks a query that asks for no `fields`: an unknown name is refused, like a wrong value. */
export const validateQuery =
  (schema: z.ZodObject) =>
  async (req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): Promise<void> => {
    req.validatedQuery = await zodValidator(schema, req.query)
    next()
  }
